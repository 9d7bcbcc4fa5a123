import type { Severity } from '../../register/api.ts'
import type { ProcessingContext } from '../context.ts'
import type { ActivityData } from '../data.ts'

/** A record as the rules see it; without `state` it is judged as one that is being reviewed. */
export interface Judged {
  data: ActivityData
  state?: string
  /** A registered revision is valid, whatever the working copy's state (domain 10.19). */
  inForce?: boolean
  updatedAt?: string
  /** Day on which purposes, data, recipients, transfers or systems last changed in a registered revision. */
  materialSince?: string
}

/** One place where a rule is broken. */
export interface Hit {
  severity: Severity
  pointer: string
  /** Also stands in the way of registration. */
  blocks?: boolean
  params?: { [name: string]: string | number }
}

/** One rule of domain section 5 as a value; `test` gives every place where it is broken. */
export interface Rule {
  id: string
  source: string
  /** Comes and goes with the calendar alone, so it is left out of stored counts. */
  dated?: true
  /** A duty of the controller's: a processor's record (DSF 30.2) is not judged by it. */
  controllers?: true
  /** States in which it runs; in review and in force when absent. */
  states?: readonly string[]
  test(record: Judged, context: ProcessingContext): readonly Hit[]
}

/** One hit when the condition holds. */
export function when(condition: boolean, severity: Severity, pointer: string, extra: Partial<Hit> = {}): Hit[] {
  return condition ? [{ severity, pointer, ...extra }] : []
}

/** A processing that has begun and not ended. */
export function isGoingOn({ data, state }: Judged, today: string): boolean {
  return (
    data.startDate !== undefined &&
    data.startDate <= today &&
    !data.endedAt &&
    state !== 'ended' &&
    state !== 'archived'
  )
}
