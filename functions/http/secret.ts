import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits as text that may stand in a cookie or an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored in place of a secret: whoever reads the store cannot use it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
