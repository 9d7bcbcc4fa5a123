/** The same value without what is empty: undefined, blank text, lists and objects with nothing in them. */
export function compact(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (Array.isArray(value)) {
    const kept = value.map(compact).filter((one) => one !== undefined)
    return kept.length ? kept : undefined
  }
  if (typeof value === 'object' && value !== null) {
    const kept = Object.entries(value)
      .map(([name, inner]) => [name, compact(inner)] as const)
      .filter(([, inner]) => inner !== undefined)
    return kept.length ? Object.fromEntries(kept) : undefined
  }
  return value ?? undefined
}
