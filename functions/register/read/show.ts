import type { Actor } from '../actor.ts'
import type { Shown } from '../api.ts'
import type { Context } from '../context.ts'
import { RegisterError } from '../errors.ts'
import type { Kind } from '../kind.ts'
import type { Outline } from '../outline.ts'
import type { RecordOf, Snapshot } from '../record.ts'
import { maskFields, secretFields } from './mask.ts'

/** Which revision somebody sees: the newest, or only the one in force. */
export type Seen = 'newest' | 'registered'

/** What one caller may know of a record: which revision, or not even that it exists. Throws `not-found`. */
export function assertReadable<T extends object>(
  kind: Outline<T>,
  actor: Actor,
  snapshot: Snapshot<T> | undefined,
  id: string,
): Seen {
  const view = snapshot && viewOf(kind, actor, snapshot)
  if (!view) throw new RegisterError('not-found', `no ${kind.name} ${id} for this caller`)
  return view
}

/** As the policy says, but nothing where it says `registered` and nothing is; the product itself reads everything. */
export function viewOf<T extends object>(kind: Outline<T>, actor: Actor, snapshot: Snapshot<T>): Seen | undefined {
  const view = actor.system ? 'newest' : kind.policy.view(actor, snapshot)
  return view === 'registered' && !snapshot.registered ? undefined : view
}

/** The revision that a view shows. */
export function viewed<T>({ newest, registered }: Snapshot<T>, view: Seen): RecordOf<T> {
  return view === 'newest' ? newest : (registered as RecordOf<T>)
}

/** The record as this caller sees it, with what is missing and what the caller may do now. */
export function show<T extends object>(kind: Kind<T>, actor: Actor, snapshot: Snapshot<T>, context: Context): Shown<T> {
  const view = viewOf(kind, actor, snapshot) ?? 'newest'
  return {
    record: masked(kind, actor, viewed(snapshot, view)),
    missing: view === 'registered' ? [] : kind.missing(snapshot, context, actor),
    allowed: view === 'registered' ? registeredOnly(kind, actor, snapshot) : allowed(kind, actor, snapshot),
  }
}

/** The answer to a change: the new revision, also to who has just moved the record out of their own reach. */
export function showChanged<T extends object>(
  kind: Kind<T>,
  actor: Actor,
  snapshot: Snapshot<T>,
  context: Context,
): Shown<T> {
  return { ...show(kind, actor, snapshot, context), record: masked(kind, actor, snapshot.newest) }
}

/**
 * Secret fields masked for those who may not read them; internal members left out. Who may read a past revision, and what is
 * marked in it, follows from the record as it is now (`current`).
 */
export function masked<T extends object>(
  kind: Outline<T>,
  actor: Actor,
  record: RecordOf<T>,
  current: RecordOf<T> = record,
): RecordOf<T> {
  const { names: _names, ...shown } = record
  const secrets = secretFields(kind, record.data, current.data)
  const open = Object.keys(secrets).length === 0 || readsSecrets(kind, actor, current)
  return open ? shown : { ...shown, data: maskFields(record.data, secrets) }
}

/** Whether the caller reads fields marked as secret, of this record. */
export function readsSecrets<T extends object>(kind: Outline<T>, actor: Actor, record: RecordOf<T>): boolean {
  return actor.system || kind.policy.secret(actor, record)
}

/** `edit` and every transition that this caller may make from the state the record is in. */
export function allowed<T extends object>(kind: Kind<T>, actor: Actor, snapshot: Snapshot<T>): string[] {
  const edit = kind.editable.includes(snapshot.newest.state) && mayEdit(kind, actor, snapshot) ? ['edit'] : []
  return [...edit, ...transitionsOf(kind, actor, snapshot)]
}

/** Whether the caller may change the record's data, whatever its state. */
export function mayEdit<T extends object>(kind: Kind<T>, actor: Actor, snapshot: Snapshot<T>): boolean {
  return actor.system || kind.policy.edit(actor, snapshot)
}

function transitionsOf<T extends object>(kind: Kind<T>, actor: Actor, snapshot: Snapshot<T>): string[] {
  return Object.entries(kind.transitions)
    .filter(
      ([, transition]) =>
        transition.from.includes(snapshot.newest.state) && (actor.system || transition.who(actor, snapshot)),
    )
    .map(([name]) => name)
}

function registeredOnly<T extends object>(kind: Kind<T>, actor: Actor, snapshot: Snapshot<T>): string[] {
  const same = snapshot.registered?.revision === snapshot.newest.revision
  return same ? transitionsOf(kind, actor, snapshot) : []
}
