/** A heading and a text longer than these are divided over several fields (`processing/schema.ts`). */
const headingMost = 400
const textMost = 50_000
/** All source text of a row, so that the record fits one stored item. */
const rowMostBytes = 150_000

/**
 * The row's source text as the record keeps it: a long text over several numbered fields, and only what would not fit the
 * database's item is cut, longest first, with `cut` set.
 */
export function keepSource(fields: { readonly [heading: string]: string }) {
  const kept: { [heading: string]: string } = {}
  let left = rowMostBytes
  let cut = false
  const sizes = Object.entries(fields).sort(([, one], [, other]) => one.length - other.length)
  for (const [heading, text] of sizes) {
    const whole = textWithin(text, left)
    cut ||= whole.length < text.length
    left -= byteLength(whole) + byteLength(heading)
    for (const [at, part] of partsOf(whole).entries()) kept[fieldName(heading, at)] = part
  }
  const inOrder = Object.keys(fields).flatMap((heading) =>
    Object.keys(kept).filter(
      (key) => key === fieldName(heading, 0) || key.startsWith(`${heading.slice(0, headingMost)} [`),
    ),
  )
  return { fields: Object.fromEntries([...new Set(inOrder)].map((key) => [key, kept[key] ?? ''])), cut }
}

function fieldName(heading: string, part: number): string {
  return part === 0 ? heading.slice(0, headingMost) : `${heading.slice(0, headingMost)} [${part + 1}]`
}

function partsOf(text: string): string[] {
  if (text.length <= textMost) return [text]
  return Array.from({ length: Math.ceil(text.length / textMost) }, (_, at) =>
    text.slice(at * textMost, (at + 1) * textMost),
  )
}

function textWithin(text: string, bytes: number): string {
  if (byteLength(text) <= bytes) return text
  return text.slice(0, Math.max(0, Math.floor(bytes / 3))).replace(/[\uD800-\uDBFF]$/, '')
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}
