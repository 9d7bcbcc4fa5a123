import type { Actor } from '../actor.ts'
import type { Saved, SaveManyOptions, Saving } from '../api.ts'
import type { Context } from '../context.ts'
import { contextOf, type EngineOptions } from '../core.ts'
import { RegisterError } from '../errors.ts'
import type { Kind } from '../kind.ts'
import { loadMany, type Loaded } from '../read/load.ts'
import { assertReadable, masked, mayEdit } from '../read/show.ts'
import type { RecordOf } from '../record.ts'
import { decideCreate, decideUpdate } from './change.ts'
import { nextNumber } from './counter.ts'
import { acceptNew, newRecordId } from './create.ts'
import { rememberHeads, type Heads } from './link-targets.ts'
import { assertNoManaged } from './merge.ts'
import { save } from './save.ts'
import { acceptUpdate } from './update.ts'
import { assertFreeText } from './validate.ts'

/** Records whose saves are on their way at once: they share syncs to disk, and others are served in between. */
const savesAtOnce = 100

/** What the saves of one call have in common. */
interface Call<T extends object> {
  core: EngineOptions
  kind: Kind<T>
  actor: Actor
  managed: boolean
  context: Context
  heads: Heads
}

/**
 * See `Engine.saveMany`. Every record is a commit of its own, so that one that is refused or comes too late stands in nobody's
 * way. Throws only what is no answer to a record: an unexpected fault.
 */
export async function saveMany<T extends object>(
  core: EngineOptions,
  kind: Kind<T>,
  items: readonly Saving<T>[],
  actor: Actor,
  { managed = false }: SaveManyOptions = {},
): Promise<Saved<T>[]> {
  const call = { core, kind, actor, managed, context: await contextOf(core, actor), heads: rememberHeads(core.store) }
  const saved: Saved<T>[] = []
  const atOnce = core.savesAtOnce ?? savesAtOnce
  for (let from = 0; from < items.length; from += atOnce) {
    const some = items.slice(from, from + atOnce)
    const ids = some.flatMap(({ id }) => id ?? [])
    const loaded = await loadMany(core.store, kind, [...new Set(ids)])
    const byId = new Map(loaded.map((record) => [record.snapshot.newest.id, record]))
    saved.push(...(await Promise.all(some.map((item) => saveOne(call, item, byId.get(item.id ?? ''))))))
  }
  return saved
}

async function saveOne<T extends object>(
  call: Call<T>,
  item: Saving<T>,
  before: Loaded<T> | undefined,
): Promise<Saved<T>> {
  try {
    assertFreeText(call.kind, item.comment, '/comment')
    assertState(call, item.state)
    return await (before ? update(call, item, before) : create(call, item))
  } catch (error) {
    if (error instanceof RegisterError) return { status: 'refused', error }
    throw error
  }
}

async function create<T extends object>(call: Call<T>, item: Saving<T>): Promise<Saved<T>> {
  const { core, kind, actor, managed, context, heads } = call
  if (item.revision !== undefined) throw new RegisterError('not-found', `no ${kind.name} ${item.id}`)
  const id = item.id ?? newRecordId(core, kind)
  const sent = dataOf(item, undefined)
  if (!managed) assertNoManaged(kind, actor, sent)
  const data = acceptNew(kind, id, sent, actor, context)
  const number = kind.number?.when === 'created' ? await nextNumber(core, kind, context) : undefined
  const decision = decideCreate(id, number, data, decisionCall(call, item), item.state)
  const { newest } = await save(core, kind, undefined, decision, [], heads)
  return { status: 'created', record: masked(kind, actor, newest) }
}

async function update<T extends object>(call: Call<T>, item: Saving<T>, before: Loaded<T>): Promise<Saved<T>> {
  const { core, kind, actor, managed, context, heads } = call
  const { snapshot } = before
  const { id, revision, state, updatedAt } = snapshot.newest
  assertReadable(kind, actor, snapshot, id)
  if (!mayEdit(kind, actor, snapshot)) throw new RegisterError('forbidden', `may not change ${id}`)
  if (item.revision !== undefined && item.revision !== revision)
    throw new RegisterError('revision-conflict', `${id} is at ${revision}`, { currentRevision: revision })
  const sent = dataOf(item, snapshot.newest)
  const unchanged = { status: 'unchanged' as const, record: masked(kind, actor, snapshot.newest) }
  if (sent === undefined) return unchanged
  const now = context.now < updatedAt ? updatedAt : context.now
  const data = acceptUpdate(kind, snapshot, sent, actor, context, managed ? [] : kind.managed)
  const decision = decideUpdate(
    snapshot,
    data,
    decisionCall({ ...call, context: { ...context, now } }, item),
    item.state,
  )
  if (decision.change.changed.length === 0 && decision.after.newest.state === state) return unchanged
  const { newest } = await save(core, kind, before, decision, [], heads)
  return { status: 'updated', record: masked(kind, actor, newest) }
}

function dataOf<T extends object>({ data }: Saving<T>, before: RecordOf<T> | undefined): unknown {
  return typeof data === 'function' ? (data as (before: RecordOf<T> | undefined) => unknown)(before) : data
}

function decisionCall<T extends object>({ kind, actor, context, managed }: Call<T>, { comment }: Saving<T>) {
  return { kind, actor, context, managed, ...(comment && { comment }) }
}

function assertState<T extends object>({ kind, managed }: Call<T>, state: string | undefined): void {
  if (state === undefined || (managed && kind.states.includes(state))) return
  throw new RegisterError('invalid', `no state ${state} to be put in`, {
    errors: [{ pointer: '/state', code: managed ? 'unknown-code' : 'unknown-field' }],
  })
}
