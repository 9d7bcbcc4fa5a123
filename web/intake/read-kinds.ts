import type { Session } from '../api/session.ts'
import { kindsKeptBy } from '../assets/asset.ts'
import { buys } from '../suppliers/supplier.ts'

/** The kinds of record that a person may read from files. */
export function kindsReadBy(session: Session): string[] {
  return [...kindsKeptBy(session).map(({ name }) => name), ...(buys(session) ? ['supplier', 'agreement'] : [])]
}

/** Where records of a kind are listed, those from a source where the list can tell. */
export function listAddress(kind: string, source: string): string {
  if (kind === 'supplier') return '/leverantorer'
  return kind === 'agreement' ? '/avtal' : `/tillgangar?${new URLSearchParams({ kind, source })}`
}
