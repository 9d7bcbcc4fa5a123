/** What time it is, for everything that asks. */
export interface Clock {
  /** Milliseconds since 1970. */
  ms(): number
  /** RFC 3339 UTC with milliseconds. */
  now(): string
}

/**
 * A clock that runs with `realMs`, shifted so that it shows `start` (RFC 3339) at first.
 * Throws when `start` is no such time.
 */
export function createClock(realMs: () => number, start?: string): Clock {
  const began = realMs()
  const shown = start === undefined ? began : Date.parse(start)
  if (Number.isNaN(shown)) throw new Error(`CLOCK is no RFC 3339 time: ${start}`)
  const ms = () => shown + (realMs() - began)
  return { ms, now: () => new Date(ms()).toISOString() }
}
