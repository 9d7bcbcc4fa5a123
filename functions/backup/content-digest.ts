import { createHash } from 'node:crypto'
import type { Item } from '../store/store.ts'

/** A digest of a store's content that does not depend on the order in which items come. */
export interface ContentDigest {
  add(item: Item): void
  /** Hexadecimal, 64 digits. */
  value(): string
  items(): number
}

const modulus = 2n ** 256n

/** The sum of the SHA-256 of every item, modulo 2^256: the same for every store that holds the same. */
export function createContentDigest(): ContentDigest {
  let [sum, items] = [0n, 0]
  return {
    add({ pk, sk, body, version }) {
      const hash = createHash('sha256')
        .update(JSON.stringify([pk, sk, version ?? null, body]))
        .digest('hex')
      sum = (sum + BigInt(`0x${hash}`)) % modulus
      items++
    },
    value: () => sum.toString(16).padStart(64, '0'),
    items: () => items,
  }
}

const passing = ['session#', 'signin#', 'meta#restore']

/** Whether a backup holds the item: all but sign-ins, which must not come to life again. */
export function isKept({ pk }: Pick<Item, 'pk'>): boolean {
  return !passing.some((start) => pk.startsWith(start))
}

/** Whether the digest covers the item: what the database may drop at any moment is kept but not counted. */
export function isCounted(item: Item): boolean {
  return isKept(item) && item.expiresAt === undefined
}
