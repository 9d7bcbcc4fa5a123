import { asOfTime } from '../register/as-of.ts'
import { dayOf } from '../register/core.ts'

/** The day that a request asks about: that of its `asOf`, otherwise today's. */
export function askedDay({ query }: { query: unknown }, now: string): string {
  const { asOf } = (query ?? {}) as { asOf?: string }
  return dayOf(asOf === undefined ? now : asOfTime(asOf))
}
