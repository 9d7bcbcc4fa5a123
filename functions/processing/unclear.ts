import type { ActivityData } from './data.ts'

/** A pointer without the positions in its lists: `/purposes/0/legalBases` gives `/purposes/legalBases`. */
export function withoutPositions(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, '')
}

/**
 * Whether an answer is given as "Saknas eller oklart" (domain 10.20). A mark without positions covers every row of its lists.
 */
export function isUnclear(data: ActivityData, pointer: string): boolean {
  const marks = data.unclear ?? []
  return marks.includes(pointer) || marks.includes(withoutPositions(pointer))
}
