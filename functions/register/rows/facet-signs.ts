/** Characters that JSON leaves as they are and that separate nothing: `#` to `{` without the backslash. */
const first = 35
const backslash = 92
const count = 88

/**
 * One character for a facet's value. A row begins with those of all its values, so that most rows that a filter rules out
 * are passed over unread; two values may share one, so a row that has it must still be looked at.
 */
export function signOf(facet: string, value: string): string {
  let hash = 0
  for (const text of [facet, value]) {
    for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) >>> 0
  }
  const code = first + (hash % count)
  return String.fromCharCode(code < backslash ? code : code + 1)
}

/** The signs of all values of a row's facets, each once. */
export function signsOf(facets: { readonly [facet: string]: readonly string[] }): string {
  const signs = Object.entries(facets).flatMap(([facet, values]) => values.map((value) => signOf(facet, value)))
  return [...new Set(signs)].join('')
}
