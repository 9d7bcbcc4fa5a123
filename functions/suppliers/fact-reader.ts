import { keys } from '../register/keys.ts'
import type { Store } from '../store/store.ts'
import { type FactKind, factsFrom, type FactsOf } from './facts.ts'

/** Facts kept in memory; a revision never changes, so they are never stale. */
const kept = 30_000

/** What the head of a record says. */
export interface FactHead {
  id: string
  revision: number
  registeredRevision?: number
  state: string
  createdAt: string
  updatedAt: string
}

/** One revision of a record. */
export interface FactRevision {
  id: string
  revision: number
}

/** The facts of a revision, and when it was saved (RFC 3339). */
export interface DatedFacts<K extends FactKind> {
  facts: FactsOf[K]
  at: string
}

/** Reads heads, and the facts of revisions, each worked out once. */
export interface FactReader {
  /** Those that exist, in input order, each once. */
  heads(kind: FactKind, ids: readonly string[]): Promise<FactHead[]>
  /** In input order; those that do not exist are left out. */
  read<K extends FactKind>(kind: K, wanted: readonly FactRevision[]): Promise<DatedFacts<K>[]>
}

/** A reader over the store. */
export function createFactReader(store: Store): FactReader {
  const known = new Map<string, DatedFacts<FactKind>>()
  return {
    async heads(kind, ids) {
      const found = await store.getMany([...new Set(ids)].map((id) => keys.head(kind, id)))
      return found.map(({ body }) => body as unknown as FactHead)
    },
    async read<K extends FactKind>(kind: K, wanted: readonly FactRevision[]) {
      const absent = wanted.filter((one) => !known.has(nameOf(one)))
      const items = await store.getMany(absent.map(({ id, revision }) => keys.revision(kind, id, revision)))
      for (const { body } of items) {
        const { head } = body as unknown as { head: FactHead }
        known.set(nameOf(head), { facts: factsFrom(kind, body), at: head.updatedAt })
      }
      const found = wanted.flatMap((one) => (known.get(nameOf(one)) as DatedFacts<K> | undefined) ?? [])
      while (known.size > kept) known.delete(known.keys().next().value as string)
      return found
    },
  }
}

function nameOf({ id, revision }: FactRevision): string {
  return `${id}@${revision}`
}
