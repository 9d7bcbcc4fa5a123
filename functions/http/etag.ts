import { RegisterError } from '../register/errors.ts'
import type { HttpRequestHeaders } from './message.ts'

/** The entity tag of a revision: `"3"`. */
export function etagOf(revision: number): string {
  return `"${revision}"`
}

const entityTag = /^(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/

/**
 * The revisions an `If-Match` header accepts (RFC 9110 13.1.1): strong comparison, so weak tags match nothing.
 * Throws `precondition-required` when it is absent or `*`, which would overwrite what the caller has not seen,
 * and `malformed` when it is no list of entity tags.
 */
export function acceptedRevisions(headers: HttpRequestHeaders): number[] {
  const header = headers.get('if-match')?.trim()
  if (!header || header === '*') throw new RegisterError('precondition-required', 'If-Match is missing')
  const tags = header.split(',').map((tag) => entityTag.exec(tag.trim()))
  if (tags.includes(null)) throw new RegisterError('malformed', 'If-Match is no entity tag', { reason: 'if-match' })
  return tags.flatMap((tag) =>
    tag?.[1] === undefined && /^[1-9]\d{0,9}$/.test(tag?.[2] ?? '') ? [Number(tag?.[2])] : [],
  )
}

/**
 * The one revision to change. `current` is asked only when the header does not name exactly one.
 * Throws `revision-conflict` when none it names is the current one.
 */
export async function matchedRevision(headers: HttpRequestHeaders, current: () => Promise<number>): Promise<number> {
  const accepted = acceptedRevisions(headers)
  const [only] = accepted
  if (only !== undefined && accepted.length === 1) return only
  const currentRevision = await current()
  if (accepted.includes(currentRevision)) return currentRevision
  throw new RegisterError('revision-conflict', 'If-Match names no current revision', { currentRevision })
}
