import type { Actor } from '../actor.ts'
import { sameJson } from '../canonical.ts'
import { RegisterError } from '../errors.ts'
import type { Kind } from '../kind.ts'
import { isMask, secretFields } from '../read/mask.ts'
import { readsSecrets } from '../read/show.ts'
import type { Snapshot } from '../record.ts'

type Fields = { [field: string]: unknown }

/**
 * What a save puts in place of the stored data: masked values and fields of the register's own side stay as they are
 * when sent back unchanged or left out, and so do the marks themselves, which only those who read the marked fields may lift.
 * Throws `forbidden` with the pointer when such a field was changed.
 * @param own fields of the register's own side that this save may not change
 */
export function mergeUnchanged<T extends object>(
  kind: Kind<T>,
  actor: Actor,
  before: Snapshot<T>,
  sent: unknown,
  own: readonly string[] = kind.managed,
): unknown {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return sent
  const stored = before.newest.data as Fields
  const secrets = readsSecrets(kind, actor, before.newest) ? {} : secretFields(kind, before.newest.data)
  const marks = Object.keys(secrets).length > 0 && 'secrecyMarks' in stored ? ['secrecyMarks'] : []
  const closed = actor.system ? [] : [...own, ...Object.keys(secrets), ...marks]
  const merged: Fields = { ...sent }
  for (const field of closed) {
    const value = (sent as Fields)[field]
    const unchanged =
      value === undefined || sameJson(value, stored[field]) || (Object.hasOwn(secrets, field) && isMask(value))
    if (!unchanged)
      throw new RegisterError('forbidden', `${field} may not be set`, { pointer: `/${field}`, reason: 'not-yours' })
    if (stored[field] === undefined) delete merged[field]
    else merged[field] = stored[field]
  }
  return merged
}

/** A new record's data: nobody but the product itself fills in the register's own side. */
export function assertNoManaged<T extends object>(kind: Kind<T>, actor: Actor, sent: unknown): void {
  if (actor.system || typeof sent !== 'object' || sent === null) return
  const field = kind.managed.find((name) => (sent as Fields)[name] !== undefined)
  if (field)
    throw new RegisterError('forbidden', `${field} may not be set`, { pointer: `/${field}`, reason: 'not-yours' })
}
