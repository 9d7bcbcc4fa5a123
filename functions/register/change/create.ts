import type { Actor } from '../actor.ts'
import type { CreateOptions, Shown } from '../api.ts'
import type { Context } from '../context.ts'
import { contextOf, type EngineOptions } from '../core.ts'
import { type FieldError, RegisterError } from '../errors.ts'
import type { Kind } from '../kind.ts'
import { loadRevision } from '../read/load.ts'
import { show, showChanged } from '../read/show.ts'
import { recordAt } from '../seal/revision.ts'
import { decideCreate } from './change.ts'
import { nextNumber } from './counter.ts'
import { earlierAnswer, rememberAnswer } from './idempotency.ts'
import { assertNoManaged } from './merge.ts'
import { save } from './save.ts'
import { assertFreeText, parseData } from './validate.ts'

/** See `Engine.create`. */
export async function create<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  sent: unknown,
  actor: Actor,
  options: CreateOptions = {},
): Promise<Shown<T>> {
  const context = await contextOf(core, actor)
  const earlier = await replay(core, kind, actor, options, context)
  if (earlier) return earlier
  assertNoManaged(kind, actor, sent)
  assertFreeText(kind, options.comment, '/comment')
  try {
    return await createNew(core, kind, sent, actor, options, context)
  } catch (error) {
    const first = error instanceof RegisterError && (await replay(core, kind, actor, options, context))
    if (first) return first
    throw error
  }
}

async function createNew<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  sent: unknown,
  actor: Actor,
  { comment, idempotency, ...options }: CreateOptions,
  context: Context,
): Promise<Shown<T>> {
  const id = options.id ?? newRecordId(core, kind)
  const data = acceptNew(kind, id, sent, actor, context)
  const number = kind.number?.when === 'created' ? await nextNumber(core, kind, context) : undefined
  const state = actor.system && options.state ? options.state : kind.initial
  const decision = decideCreate(id, number, data, { kind, actor, context, ...(comment && { comment }) }, state)
  const answer = idempotency && { kind: kind.name, id, bodyHash: idempotency.bodyHash }
  const extra = answer ? [await rememberAnswer(core.store, actor.personId, idempotency.key, answer, context.now)] : []
  return showChanged(kind, actor, await save(core, kind, undefined, decision, extra), context)
}

/** `act_01K…` */
export function newRecordId<T extends object>(core: EngineOptions, { prefix }: Kind<T>): string {
  return `${prefix}_${core.newId()}`
}

/** The data of a new record, when this actor may create it. Throws `invalid`, `forbidden`. */
export function acceptNew<T extends object>(
  kind: Kind<T>,
  id: string,
  sent: unknown,
  actor: Actor,
  context: Context,
): T {
  const parsed = parseData(kind, sent, context, { id, actor })
  const data = kind.initialData ? kind.initialData(parsed, actor, context) : parsed
  if (actor.system || kind.policy.create(actor, data)) return data
  const errors = unknownUnits(kind, data, actor)
  if (errors.length > 0) throw new RegisterError('invalid', 'names units that are not there', { errors })
  throw new RegisterError('forbidden', `may not create a ${kind.name}`)
}

/** Nobody holds a role for a unit that is not there, so that a mistyped one would look like a lack of rights. */
function unknownUnits<T extends object>(kind: Kind<T>, data: T, { tree }: Actor): FieldError[] {
  return kind
    .links(data)
    .filter((link) => link.kind === 'orgUnit' && !tree.node(link.id))
    .map(({ pointer }) => ({ pointer, code: 'dangling-reference' }))
}

/** What the same key created before: the record as it was then. Undefined without a key, or when it is new. */
async function replay<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  actor: Actor,
  { idempotency }: CreateOptions,
  context: Context,
): Promise<Shown<T> | undefined> {
  if (!idempotency) return undefined
  const expected = { kind: kind.name, bodyHash: idempotency.bodyHash }
  const id = await earlierAnswer(core.store, actor.personId, idempotency.key, expected, context.now)
  const first = id === undefined ? undefined : await loadRevision(core.store, kind, id, 1)
  return first && show(kind, actor, { newest: recordAt(first) }, context)
}
