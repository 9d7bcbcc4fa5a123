/** A copy without the members that are undefined. A loop, since every record passes here several times on its way in. */
export function withoutAbsent<T extends object>(object: T): T {
  const present: { [member: string]: unknown } = {}
  for (const member of Object.keys(object)) {
    const value = (object as typeof present)[member]
    if (value !== undefined) present[member] = value
  }
  return present as T
}
