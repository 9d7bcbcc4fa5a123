/** Whether two JSON values say the same. An absent attribute and `undefined` are one. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = Object.entries(a).filter(([, value]) => value !== undefined)
  const right = Object.entries(b).filter(([, value]) => value !== undefined)
  const other = b as { [key: string]: unknown }
  return left.length === right.length && left.every(([key, value]) => same(value, other[key]))
}
