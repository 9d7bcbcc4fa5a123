type Node = { [key: string]: unknown } | unknown[]

/** Steps of a JSON pointer (RFC 6901): `/purposes/0/text` gives purposes, 0, text. */
export function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The value a pointer leads to, or undefined. */
export function valueAt(data: unknown, pointer: string): unknown {
  let node = data
  for (const step of stepsOf(pointer)) {
    if (typeof node !== 'object' || !node) return undefined
    node = (node as { [key: string]: unknown })[step]
  }
  return node
}

/**
 * A copy of the data in which a pointer leads to another value; undefined takes an attribute away.
 * Objects and lists on the way that do not exist are made.
 */
export function withValue<T>(data: T, pointer: string, value: unknown): T {
  return put(data, stepsOf(pointer), value) as T
}

function put(node: unknown, steps: string[], value: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return value
  const copy: Node = Array.isArray(node)
    ? [...node]
    : typeof node === 'object' && node
      ? { ...node }
      : /^\d+$/.test(step)
        ? []
        : {}
  const slots = copy as { [key: string]: unknown }
  const next = put(slots[step], rest, value)
  if (next === undefined && !Array.isArray(copy)) delete slots[step]
  else slots[step] = next
  return copy
}

/** The pointer without positions: `/purposes/0/text` gives `/purposes/text`. */
export function withoutPositions(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '')
}

/** The id of the element on the page that answers for a pointer. */
export function elementId(pointer: string): string {
  return `f${pointer.replaceAll('/', '-')}`
}
