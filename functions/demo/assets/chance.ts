/** Chance that is the same each time for the same seed. */
export interface Chance {
  /** From 0 up to but not `limit`. */
  below(limit: number): number
  /** One of them; `shares` say how often each, and all alike without. */
  oneOf<T>(values: readonly T[], shares?: readonly number[]): T
  /** Capital letters and digits. */
  letters(count: number): string
  /** A MAC address. */
  mac(): string
  /** A GTIN-14 with its check digit. */
  gtin(): string
}

const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Chance from a seed (mulberry32). */
export function createChance(seed: number): Chance {
  let state = (seed + 1) * 0x9e3779b1
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit
  }
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(below(10)))
  return {
    below,
    oneOf: (values, shares) => values[shares ? shareAt(shares, below(1)) : Math.floor(below(values.length))]!,
    letters: (count) => Array.from({ length: count }, () => signs[Math.floor(below(signs.length))]).join(''),
    mac: () => Array.from({ length: 6 }, () => Math.floor(below(256)).toString(16).padStart(2, '0')).join(':'),
    gtin: () => {
      const first = [0, 7, 3, 5, ...digits(9)]
      const sum = first.reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 3 : 1), 0)
      return [...first, (10 - (sum % 10)) % 10].join('')
    },
  }
}

/** Where a point between 0 and 1 falls among shares that add up to about 1. */
function shareAt(shares: readonly number[], point: number): number {
  let sum = 0
  for (const [at, share] of shares.entries()) {
    sum += share
    if (point < sum) return at
  }
  return shares.length - 1
}
