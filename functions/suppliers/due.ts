import type { Due } from '../register/outline.ts'

/** Different days of one sort that a record stands in the calendar with, at most: each is a row of its own. */
const most = 6

/** The days on which something of one sort is due, the first ones first. */
export function dueOn(what: string, days: readonly (string | undefined)[]): Due[] {
  return [...new Set(days.filter((day) => day !== undefined))]
    .sort()
    .slice(0, most)
    .map((date) => ({ what, date }))
}
