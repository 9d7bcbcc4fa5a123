import type { JSX } from 'preact'
import { Tag, type TagLook } from '../components/tag.tsx'
import { supplierCode } from './words.ts'

const looks: { [status: string]: TagLook } = {
  draft: { icon: 'pen', draft: true },
  negotiation: { icon: 'person', color: 'accent' },
  signed: { icon: 'check', color: 'accent' },
  notYetValid: { icon: 'clock', color: 'accent' },
  active: { icon: 'check', color: 'success' },
  amending: { icon: 'pen', color: 'success', outline: true },
  expiring: { icon: 'clock', color: 'warning' },
  expired: { icon: 'slash', color: 'danger' },
  terminated: { icon: 'slash', color: 'warning' },
  closed: { icon: 'archive', color: 'neutral' },
}

/** What an agreement is today: its state, or what its dates make of it. */
export function StatusTag({ status }: { status: string }): JSX.Element {
  return <Tag look={looks[status] ?? { icon: 'info' }} word={supplierCode('agreementStatus', status)} />
}
