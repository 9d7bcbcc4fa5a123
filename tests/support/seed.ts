import { randomInt } from 'node:crypto'

/** In CI every run tries the same cases, so that a landing hangs on the change and not on luck. */
const seedInCi = 20_261_122

/** Where random tests begin: as the environment variable says, to replay; otherwise anew each time but in CI. */
export function seedFrom(variable: string): number {
  const given = process.env[variable]
  if (given !== undefined) return Number(given)
  return process.env['CI'] === 'true' ? seedInCi : randomInt(2 ** 31)
}
