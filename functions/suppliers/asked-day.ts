import { asOfTime } from '../register/as-of.ts'
import { dayOf } from '../register/core.ts'
import type { Moment } from './binding.ts'

/** The moment that a request asks about with `asOf`; undefined when it asks about now. */
export function askedMoment({ query }: { query: unknown }): Moment | undefined {
  const { asOf } = (query ?? {}) as { asOf?: string }
  if (asOf === undefined) return undefined
  const time = asOfTime(asOf)
  return { time, day: dayOf(time) }
}

/** The day that a request asks about: that of its `asOf`, otherwise today's. */
export function askedDay(call: { query: unknown }, now: string): string {
  return askedMoment(call)?.day ?? dayOf(now)
}
