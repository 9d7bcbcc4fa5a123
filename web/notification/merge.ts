import { same } from './same.ts'

/** A field that two people, or two tabs, have given different answers. */
export interface Conflict {
  field: string
  mine: unknown
  theirs: unknown
}

/** A conflict that nobody has settled: who gave the other answer, and when. */
export interface OpenConflict extends Conflict {
  by: string
  at: string
}

export interface Merged<T> {
  /** Both sides' changes; where they differ, mine. */
  data: T
  conflicts: Conflict[]
}

/**
 * Joins what was changed here with what was changed elsewhere since `base`. Fields changed on one side only are taken
 * from there; lists of codes are joined code by code; any other field changed on both sides is a conflict.
 */
export function merge<T extends object>(base: T, mine: T, theirs: T): Merged<T> {
  const data: { [field: string]: unknown } = {}
  const conflicts: Conflict[] = []
  const at = (from: object, field: string): unknown => (from as { [field: string]: unknown })[field]
  for (const field of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, here, there] = [at(base, field), at(mine, field), at(theirs, field)]
    const agreed = same(here, there) || same(there, was)
    const joined = agreed ? here : same(here, was) ? there : joinCodes(was, here, there)
    const conflict = joined === undefined && !agreed && !same(here, was)
    if (conflict) conflicts.push({ field, mine: here, theirs: there })
    const value = conflict ? here : joined
    if (value !== undefined) data[field] = value
  }
  return { data: data as T, conflicts }
}

function joinCodes(was: unknown, here: unknown, there: unknown): string[] | undefined {
  if (!isCodes(here) || !isCodes(there) || !(was === undefined || isCodes(was))) return undefined
  const before = new Set(was ?? [])
  const kept = there.filter((code) => here.includes(code) || !before.has(code))
  return [...kept, ...here.filter((code) => !kept.includes(code) && !before.has(code))]
}

function isCodes(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
