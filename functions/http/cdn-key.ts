import { hash, timingSafeEqual } from 'node:crypto'
import type { HttpRequest } from './message.ts'

/** What the CDN puts on each request that it passes on, in place of whatever the caller sent under that name. */
export const cdnKeyHeader = 'x-cdn-key'
const shortestKey = 32

/**
 * Tells whether a request came by way of the CDN, and so past its web ACL: it bears one of the keys in CDN_KEYS, apart by a space; two
 * while one is exchanged for another. Throws when there is none, or one that could be guessed.
 */
export function cdnCheckOf(environment: {
  readonly [name: string]: string | undefined
}): (asked: HttpRequest) => boolean {
  const keys = (environment['CDN_KEYS'] ?? '').split(' ').filter((key) => key !== '')
  if (keys.length === 0) throw new Error('CDN_KEYS is not set')
  if (keys.some((key) => key.length < shortestKey)) throw new Error(`CDN_KEYS: a key needs ${shortestKey} characters`)
  const accepted = keys.map(digest)
  return ({ headers }) => {
    const given = digest(headers.get(cdnKeyHeader) ?? '')
    return accepted.some((key) => timingSafeEqual(key, given))
  }
}

/** Of one length, as comparing in constant time demands. */
function digest(key: string): Buffer {
  return hash('sha256', key, 'buffer')
}
