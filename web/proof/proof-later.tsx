import type { JSX } from 'preact'
import { PartLater } from '../loading/later.tsx'
import { hasRole, useSession } from '../shell/session.ts'

interface Props {
  plural: string
  id: string
  /** When the record was made, RFC 3339. */
  made: string
}

const load = () => import('./proof-section.tsx').then((module) => module.ProofSection)

/** What proves a record's history, for those who answer for it to others. */
export function ProofLater(props: Props): JSX.Element | null {
  if (!hasRole(useSession(), 'dpo', 'auditor', 'registrar')) return null
  return <PartLater part="proof" load={load} topics={['proof']} {...props} />
}
