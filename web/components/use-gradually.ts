import { useEffect, useState } from 'preact/hooks'

/** More than a screen shows, and how many more are drawn at a time while nobody waits. */
const seen = 20
const more = 10
const pauseMs = 30

/**
 * How many of so many rows to draw: those that are seen at once, the others a few at a time, so that nobody who types waits
 * for fifty. Rows that are added to a list (the same `first`) leave it as it is.
 */
export function useGradually(count: number, first: string | undefined): number {
  const [state, setState] = useState({ first, drawn: seen })
  const drawn = state.first === first ? state.drawn : seen
  useEffect(() => {
    if (drawn >= count) return undefined
    const timer = setTimeout(() => setState({ first, drawn: drawn + more }), pauseMs)
    return () => clearTimeout(timer)
  }, [first, drawn, count])
  return Math.min(drawn, count)
}
