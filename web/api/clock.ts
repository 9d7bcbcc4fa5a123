/** The web's one reading of the clock. */
export function now(): Date {
  return new Date()
}

/** An id that no one else makes, for Idempotency-Key and the like. */
export function freshId(): string {
  return crypto.randomUUID()
}
