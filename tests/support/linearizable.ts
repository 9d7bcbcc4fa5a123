/** One operation of one client, with the moments (of one clock) at which it was called and answered. */
export interface Operation<S> {
  called: number
  /** Never, when the client got no answer: then it may have happened at any time since, or not at all. */
  answered: number
  name: string
  /** The state after it, or undefined when it cannot have happened in this state with the answer that it got. */
  apply(state: S): S | undefined
}

/**
 * Whether some order of the operations explains every answer, in which each happens between its call and its answer (Wing and Gong's
 * search, with states that lead nowhere remembered). Sound and complete for histories of up to 30 operations.
 * @param keyOf the same text for equal states
 */
export function isLinearizable<S>(
  operations: readonly Operation<S>[],
  initial: S,
  keyOf: (state: S) => string,
): boolean {
  if (operations.length > 30) throw new Error(`${operations.length} operations are too many to check`)
  const dead = new Set<string>()
  const answered = operations.reduce(
    (bits, operation, at) => (operation.answered < Infinity ? bits | (1 << at) : bits),
    0,
  )

  function search(done: number, state: S): boolean {
    if ((done & answered) === answered) return true
    const key = `${done} ${keyOf(state)}`
    if (dead.has(key)) return false
    const left = operations
      .map((operation, at) => ({ operation, bit: 1 << at }))
      .filter(({ bit }) => (done & bit) === 0)
    const soonest = Math.min(...left.map(({ operation }) => operation.answered))
    for (const { operation, bit } of left) {
      if (operation.called > soonest) continue
      const next = operation.apply(state)
      if (next !== undefined && search(done | bit, next)) return true
    }
    dead.add(key)
    return false
  }

  return search(0, initial)
}
