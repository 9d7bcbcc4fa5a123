import * as z from 'zod/mini'
import type { Actor } from './actor.ts'
import type { CreateOptions, Shown } from './api.ts'
import { decideCreate, decideTransition, decideUpdate, type Decision } from './change.ts'
import { contextOf, type EngineOptions } from './core.ts'
import { takeNumbers } from './counter.ts'
import { RegisterError } from './errors.ts'
import { earlierAnswer, rememberAnswer } from './idempotency.ts'
import type { Context, Kind, Transition, TransitionInput } from './kind.ts'
import { load, loadNotes, loadRevision, type Loaded } from './load.ts'
import { assertNoManaged, mergeUnchanged } from './merge.ts'
import { recordAt } from './revision.ts'
import { save } from './save.ts'
import { assertReadable, mayEdit, show } from './show.ts'
import { parse } from './validate.ts'

const noInput = z.strictObject({})

/** See `Engine.create`. */
export async function create<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  sent: unknown,
  actor: Actor,
  options: CreateOptions = {},
): Promise<Shown<T>> {
  const context = await contextOf(core)
  const { idempotency } = options
  const replay = async (): Promise<Shown<T> | undefined> => {
    if (!idempotency) return undefined
    const expected = { kind: kind.name, bodyHash: idempotency.bodyHash }
    const id = await earlierAnswer(core.store, actor.personId, idempotency.key, expected, context.now)
    return id === undefined ? undefined : asCreated(core, kind, id, actor, context)
  }
  const earlier = await replay()
  if (earlier) return earlier
  assertNoManaged(kind, actor, sent)
  assertFreeText(kind, options.comment, '/comment')
  const id = options.id ?? `${kind.prefix}_${core.newId()}`
  const parsed = checked(kind, sent, context, { id, actor })
  const data = kind.initialData ? kind.initialData(parsed, actor, context) : parsed
  if (!actor.system && !kind.policy.create(actor, data))
    throw new RegisterError('forbidden', `may not create a ${kind.name}`)
  const number = kind.number?.when === 'created' ? await nextNumber(core, kind, context) : undefined
  const call = { kind, actor, context, ...(options.comment && { comment: options.comment }) }
  const decision = decideCreate(id, number, data, call)
  const extra = idempotency
    ? [
        await rememberAnswer(
          core.store,
          actor.personId,
          idempotency.key,
          { kind: kind.name, id, bodyHash: idempotency.bodyHash },
          context.now,
        ),
      ]
    : []
  try {
    return show(kind, actor, await save(core, kind, undefined, decision, extra), context)
  } catch (error) {
    const first = error instanceof RegisterError ? await replay() : undefined
    if (first) return first
    throw error
  }
}

/** See `Engine.update`. */
export async function update<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  revision: number,
  sent: unknown,
  actor: Actor,
  comment?: string,
): Promise<Shown<T>> {
  const context = await contextOf(core)
  const before = await loadForChange(core, kind, id, revision, actor, (loaded) => mayEdit(kind, actor, loaded.snapshot))
  const { state } = before.snapshot.newest
  if (!kind.editable.includes(state))
    throw new RegisterError('transition-refused', `not editable in ${state}`, { reason: 'not-editable' })
  assertFreeText(kind, comment, '/comment')
  const data = checked(kind, mergeUnchanged(kind, actor, before.snapshot, sent), context, {
    id,
    actor,
    before: before.snapshot.newest.data,
  })
  const decision = decideUpdate(before.snapshot, data, { kind, actor, context, ...(comment && { comment }) })
  return show(kind, actor, await save(core, kind, before, decision), context)
}

/** See `Engine.transition`. */
export async function transition<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  revision: number,
  move: { transition: string; comment?: string; data?: unknown },
  actor: Actor,
): Promise<Shown<T>> {
  const context = await contextOf(core)
  const named = Object.hasOwn(kind.transitions, move.transition) ? kind.transitions[move.transition] : undefined
  if (!named)
    throw new RegisterError('invalid', 'no such transition', {
      errors: [{ pointer: '/transition', code: 'unknown-code' }],
    })
  const before = await loadForChange(
    core,
    kind,
    id,
    revision,
    actor,
    (loaded) => !!actor.system || named.who(actor, loaded.snapshot),
  )
  const input = parse(named.input ?? noInput, move.data ?? {})
  assertFreeText(kind, move.comment, '/comment')
  const notes = await loadNotes(core.store, kind.name, id)
  const call: TransitionInput<T> = {
    snapshot: before.snapshot,
    actor,
    context,
    ...(move.comment && { comment: move.comment }),
    input,
    notes,
  }
  assertPossible(named, move.transition, call)
  const outcome = named.apply(call)
  const number = outcome.numbers && !before.snapshot.newest.number ? await nextNumber(core, kind, context) : undefined
  const decision: Decision<T> = decideTransition(before.snapshot, move.transition, outcome, number, {
    kind,
    actor,
    context,
    ...(move.comment && { comment: move.comment }),
  })
  const after = await save(core, kind, before, decision)
  return show(kind, actor, after, context)
}

/** Free text outside `data` (a comment) meets the same refusals as free text within it. Throws `invalid`. */
export function assertFreeText<T extends object>(kind: Kind<T>, text: string | undefined, pointer: string): void {
  const errors = text ? (kind.checkText?.(text) ?? []) : []
  if (errors.length > 0)
    throw new RegisterError('invalid', 'free text refused', { errors: errors.map((error) => ({ ...error, pointer })) })
}

function assertPossible<T>(named: Transition<T>, name: string, call: TransitionInput<T>): void {
  const { state } = call.snapshot.newest
  if (!named.from.includes(state)) {
    throw new RegisterError('transition-refused', `${name} is not possible from ${state}`, {
      reason: 'wrong-state',
      missing: [],
    })
  }
  const missing = named.requires?.(call) ?? []
  if (missing.length > 0)
    throw new RegisterError('transition-refused', `${name} lacks ${missing.length} things`, { missing })
}

async function loadForChange<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  revision: number,
  actor: Actor,
  may: (loaded: Loaded<T>) => boolean,
): Promise<Loaded<T>> {
  const before = await load(core.store, kind, id)
  assertReadable(kind, actor, before?.snapshot, id)
  if (!before || !may(before)) throw new RegisterError('forbidden', `may not change ${id}`)
  const current = before.snapshot.newest.revision
  if (current !== revision)
    throw new RegisterError('revision-conflict', `${id} is at ${current}`, { currentRevision: current })
  return before
}

function checked<T extends object>(
  kind: Kind<T>,
  sent: unknown,
  context: Context,
  about: { id: string; actor: Actor; before?: T },
): T {
  const data = parse(kind.schema, sent)
  const errors = kind.check?.(data, context, about) ?? []
  if (errors.length > 0) throw new RegisterError('invalid', 'the data is refused', { errors })
  return data
}

async function nextNumber<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  context: Context,
): Promise<string | undefined> {
  if (!kind.number) return undefined
  const sequence = await takeNumbers(core.store, kind.number.series(context.today), () => core.newId())
  return kind.number.format(sequence, context.today)
}

/** A repeated creation is answered as the first time: with the record as it was created. */
async function asCreated<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  id: string,
  actor: Actor,
  context: Context,
): Promise<Shown<T>> {
  const first = await loadRevision(core.store, kind, id, 1)
  if (!first) throw new RegisterError('busy', 'the first answer is not readable yet', { retryAfterSeconds: 1 })
  return show(kind, actor, { newest: recordAt(first) }, context)
}
