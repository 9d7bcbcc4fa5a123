import * as z from 'zod/mini'

/** One line of text without blanks around it. */
export function line(maximum: number): z.ZodMiniType<string, string> {
  return z.string().check(z.minLength(1), z.maxLength(maximum), z.regex(/^\S(?:.*\S)?$/))
}

/** Id of another record. */
export const recordId = z.string().check(z.regex(/^[a-z]+_[0-9A-Za-z]{1,40}$/))

/** Calendar day, `YYYY-MM-DD`. */
export const date = z.iso.date()
