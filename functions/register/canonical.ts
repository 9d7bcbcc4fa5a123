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
  if (typeof value === 'object') return `{${members(value as { [key: string]: unknown }).join(',')}}`
  throw new TypeError(`not JSON: ${typeof value}`)
}

function members(object: { [key: string]: unknown }): string[] {
  return Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(object[key])}`)
}

/** Same JSON, whatever the order of members. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined) return false
  return canonical(a) === canonical(b)
}
