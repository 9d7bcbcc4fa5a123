import type { Range } from './store.ts'

/** The sort keys a query covers; a bound is exclusive when it was given as `after` or `before`. */
export interface Span {
  prefix: string
  after?: string
  before?: string
}

/**
 * Narrows a range to bounds that lie within its prefix.
 * @returns undefined when no key can lie in the range
 */
export function spanOf({ prefix = '', after, before }: Range): Span | undefined {
  const span: Span = { prefix }
  if (after) {
    if (after.startsWith(prefix)) span.after = after
    else if (compareKeys(after, prefix) > 0) return undefined
  }
  if (before) {
    if (compareKeys(before, prefix) <= 0) return undefined
    if (before.startsWith(prefix)) span.before = before
  }
  if (span.after !== undefined && span.before !== undefined && compareKeys(span.after, span.before) >= 0)
    return undefined
  return span
}

/** The least string above all strings with this prefix, in byte order; undefined when there is none. */
export function endOfPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) as number)
  while (points.length > 0) {
    const last = points.pop() as number
    if (last < 0x10ffff) return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1)
  }
  return undefined
}

/** Orders keys by their UTF-8 bytes, as both databases do; JavaScript's own order differs beyond U+FFFF. */
export function compareKeys(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
