import { createHash } from 'node:crypto'
import { RegisterError } from '../register/errors.ts'
import type { HttpRequest } from './message.ts'

/**
 * The `Idempotency-Key` of a request with the SHA-256 of what it was sent for: method, path and body.
 * Undefined when there is none. Throws `malformed` unless it is 1-255 visible ASCII characters.
 */
export function readIdempotency(
  request: HttpRequest,
  bytes: Uint8Array,
): { key: string; bodyHash: string } | undefined {
  const key = request.headers.get('idempotency-key')
  if (key === null) return undefined
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new RegisterError('malformed', 'Idempotency-Key has another shape', { reason: 'idempotency-key' })
  }
  const asked = `${request.method} ${new URL(request.url).pathname}\n`
  return { key, bodyHash: createHash('sha256').update(asked).update(bytes).digest('hex') }
}
