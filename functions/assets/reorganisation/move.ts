/** The assets that name the unit itself, in any state but disposed of. */
export function unitQuery(unit: string): { filters: { [name: string]: string[] } } {
  return { filters: { exactUnit: [unit] } }
}
