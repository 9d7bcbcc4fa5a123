/**
 * JSON in its one canonical form (RFC 8785): members sorted by UTF-16 code units, no white space, absent members left out.
 * Throws on what JSON cannot hold.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number outside JSON')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  if (typeof value === 'object') return `{${members(value as Members)}}`
  throw new TypeError(`not JSON: ${typeof value}`)
}

interface Members {
  [key: string]: unknown
}

function members(object: Members): string {
  let text = ''
  for (const key of Object.keys(object).sort()) {
    const value = object[key]
    if (value === undefined) continue
    text += `${text === '' ? '' : ','}${quoted(key)}:${canonical(value)}`
  }
  return text
}

const quotedNames = new Map<string, string>()
const quotedMost = 1000

/** The name of a member as JSON: names are few and come again with every record. */
function quoted(name: string): string {
  const known = quotedNames.get(name)
  if (known !== undefined) return known
  const made = JSON.stringify(name)
  if (quotedNames.size < quotedMost) quotedNames.set(name, made)
  return made
}

/** Same JSON, whatever the order of members: their canonical forms are one, without writing them. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b)
  return !Array.isArray(b) && sameMembers(a as Members, b as Members)
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (!sameJson(a[at] ?? null, b[at] ?? null)) return false
  return true
}

function sameMembers(a: Members, b: Members): boolean {
  let present = 0
  for (const key of Object.keys(a)) {
    if (a[key] === undefined) continue
    if (!Object.hasOwn(b, key) || !sameJson(a[key], b[key])) return false
    present++
  }
  for (const key of Object.keys(b)) if (b[key] !== undefined) present--
  return present === 0
}
