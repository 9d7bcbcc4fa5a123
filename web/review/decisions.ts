/** What a reviewer may do with a case. */
export type Decision = 'take' | 'return' | 'forward' | 'register' | 'refuse'

export interface Decisions {
  primary?: Decision
  secondary?: Decision
  more: Decision[]
}

/** One primary button: sending back once a question is written, otherwise the step onwards. */
export function decisionsOf(allowed: readonly string[], asking: number): Decisions {
  const onwards = (['take', 'forward', 'register'] as const).find((name) => allowed.includes(name))
  const back = allowed.includes('return') ? ('return' as const) : undefined
  const [primary, secondary] = asking > 0 && back ? [back, onwards] : [onwards ?? back, onwards && back]
  return { primary, secondary, more: allowed.includes('refuse') ? ['refuse'] : [] }
}
