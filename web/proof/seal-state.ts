import { daysBetween } from '../text/format.ts'
import type { Verification } from './seal.ts'

/** A night may be missed when the service is being changed; two may not. */
const mostDays = 2

export type SealState = 'none' | 'false' | 'faulty' | 'old' | 'first' | 'sound'

/** How the sealing of the history stands; the gravest comes first. */
export function sealState({ head, signed }: Verification, today: string): SealState {
  if (!head) return 'none'
  if (!signed) return 'false'
  if (head.faults > 0) return 'faulty'
  if (daysBetween(head.at, today) > mostDays) return 'old'
  return head.number === 1 ? 'first' : 'sound'
}
