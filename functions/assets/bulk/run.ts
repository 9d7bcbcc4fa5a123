import type { Actor } from '../../register/actor.ts'
import type { Engine, LinkGroup, ListQuery, Shown } from '../../register/api.ts'
import { parse } from '../../register/change/validate.ts'
import { RegisterError } from '../../register/errors.ts'
import type { Kind } from '../../register/kind.ts'
import { decodeCursor, encodeCursor } from '../../register/list/cursor.ts'
import { diffFields } from '../../register/read/diff.ts'
import type { Incoming, Transition } from '../../register/transition-rule.ts'
import type { AssetData } from '../data.ts'
import { type BulkChange, type BulkItem, changedData } from './change.ts'

/** Records that one call changes at most. */
const callLimit = 200
/** Records that are changed at the same time. */
const atOnce = 20
/** Times that a record somebody else has just changed is tried. */
const attempts = 3
const cursorKind = 'bulk'

/** Which assets: those chosen, or all that a list shows. */
export type Selection = { ids: readonly string[] } | { query: ListQuery; kinds: readonly Kind<object>[] }

/** What a bulk change needs of the product. */
export interface BulkCall {
  engine: Engine
  actor: Actor
  /** RFC 3339 and the calendar day, for the guards of a dry run. */
  now: { now: string; today: string }
  /** Why something is refused, in words. */
  tell(error: unknown): Promise<string>
}

/** One record to be changed. */
export interface Target {
  kind: Kind<AssetData>
  id: string
}

/**
 * Changes some of the selected assets, as one history entry each, or says what would change. `next`: where the following call
 * goes on. Throws `malformed` for a cursor that is none, and whatever a list throws.
 */
export async function runBulk(
  call: BulkCall,
  kinds: readonly Kind<object>[],
  selection: Selection,
  change: BulkChange,
  how: { dryRun: boolean; comment?: string; cursor?: string },
): Promise<{ items: BulkItem[]; next?: string }> {
  const { targets, next } = await targetsOf(call, kinds, selection, how.cursor)
  const items: BulkItem[] = []
  for (let from = 0; from < targets.length; from += atOnce) {
    const some = targets.slice(from, from + atOnce)
    items.push(...(await Promise.all(some.map((target) => changeOne(call, target, change, how)))))
  }
  return { items, ...(next && { next }) }
}

/** The selected assets that one call changes. `next`: where the following call goes on. Throws as `runBulk`. */
export async function targetsOf(
  call: Pick<BulkCall, 'engine' | 'actor'>,
  kinds: readonly Kind<object>[],
  selection: Selection,
  cursor?: string,
): Promise<{ targets: Target[]; next?: string }> {
  const at = cursor === undefined ? {} : decodeCursor(cursor, cursorKind)
  const { targets, next } =
    'ids' in selection ? chosen(kinds, selection.ids, at) : await listed(call, selection.kinds, selection.query, at)
  return { targets, ...(next && { next: encodeCursor({ k: cursorKind, ...next }) }) }
}

type Position = { [part: string]: string }

function chosen(
  kinds: readonly Kind<object>[],
  ids: readonly string[],
  { from = '0' }: Position,
): { targets: Target[]; next?: Position } {
  const start = Number(from)
  const targets = ids.slice(start, start + callLimit).flatMap((id) => {
    const kind = kinds.find(({ prefix }) => id.startsWith(`${prefix}_`))
    return kind ? [{ kind: kind as unknown as Kind<AssetData>, id }] : []
  })
  return { targets, ...(start + callLimit < ids.length && { next: { from: String(start + callLimit) } }) }
}

/** One kind after the other, in the order of the list. */
async function listed(
  { engine, actor }: Pick<BulkCall, 'engine' | 'actor'>,
  kinds: readonly Kind<object>[],
  query: ListQuery,
  { kind: name, cursor }: Position,
): Promise<{ targets: Target[]; next?: Position }> {
  const open = name === undefined ? kinds : kinds.slice(kinds.findIndex((one) => one.name === name))
  const kind = open[0]
  if (!kind) return { targets: [] }
  const page = await engine.list(kind, { ...query, limit: callLimit, ...(cursor && { cursor }) }, actor)
  const targets = page.items.map(({ id }) => ({ kind: kind as unknown as Kind<AssetData>, id }))
  const following: Position | undefined = page.next
    ? { kind: kind.name, cursor: page.next }
    : open[1] && { kind: open[1].name }
  return { targets, ...(following && { next: following }) }
}

async function changeOne(
  call: BulkCall,
  target: Target,
  change: BulkChange,
  how: { dryRun: boolean; comment?: string },
  attempt = 1,
): Promise<BulkItem> {
  const { kind, id } = target
  let named: Pick<BulkItem, 'id' | 'kind' | 'number' | 'name'> = { id, kind: kind.name, name: id }
  try {
    const shown = await call.engine.get(kind, id, call.actor)
    const { number, data } = shown.record
    named = { ...named, ...(number && { number }), name: data.name }
    const changes = change.transition
      ? await moveOne(call, kind, shown, change, how)
      : await editOne(call, kind, shown, change, how)
    return { ...named, status: changes.length > 0 ? 'changed' : 'unchanged', changes }
  } catch (error) {
    if (!(error instanceof RegisterError) || error.code === 'busy') throw error
    if (error.code === 'revision-conflict' && attempt < attempts)
      return changeOne(call, target, change, how, attempt + 1)
    return { ...named, status: 'refused', changes: [], detail: await call.tell(error) }
  }
}

async function editOne(
  { engine, actor }: BulkCall,
  kind: Kind<AssetData>,
  { record, allowed }: Shown<AssetData>,
  change: BulkChange,
  how: { dryRun: boolean; comment?: string },
): Promise<BulkItem['changes']> {
  const data = changedData(record.data, change)
  const changes = diffFields(record.data, data)
  if (changes.length === 0) return changes
  if (!allowed.includes('edit')) throw notAllowed(kind, record.state)
  if (!how.dryRun) await engine.update(kind, record.id, record.revision, data, actor, how.comment)
  return changes
}

async function moveOne(
  call: BulkCall,
  kind: Kind<AssetData>,
  shown: Shown<AssetData>,
  { transition = '', data = {} }: BulkChange,
  how: { dryRun: boolean; comment?: string },
): Promise<BulkItem['changes']> {
  const { record, allowed } = shown
  const named = kind.transitions[transition]
  if (!named) throw new RegisterError('malformed', `no transition ${transition}`, { reason: 'wrong-state' })
  if (!allowed.includes(transition)) {
    const isPossible = named.from.includes(record.state)
    throw isPossible
      ? new RegisterError('forbidden', `may not ${transition}`)
      : new RegisterError('transition-refused', `not from ${record.state}`, { reason: 'wrong-state', missing: [] })
  }
  if (how.dryRun) return expected(call, kind, shown, named, data)
  const comment = how.comment ? { comment: how.comment } : {}
  const moved = await call.engine.transition(
    kind,
    record.id,
    record.revision,
    { transition, data, ...comment },
    call.actor,
  )
  return stateChange(record.state, moved.record.state, diffFields(record.data, moved.record.data))
}

/** What a move would change. Throws `transition-refused` with what is missing. */
async function expected(
  { engine, actor, now }: BulkCall,
  kind: Kind<AssetData>,
  { record }: Shown<AssetData>,
  named: Transition<AssetData>,
  data: object,
): Promise<BulkItem['changes']> {
  const incoming = named.incoming ? incomingOf(await engine.links(kind, record.id, actor)) : []
  const input = named.input ? parse(named.input, data) : {}
  const asked = { snapshot: { newest: record }, actor, context: now, input, notes: [], neighbours: {}, incoming }
  const missing = named.requires?.(asked) ?? []
  if (missing.length > 0) throw new RegisterError('transition-refused', 'not ready', { missing })
  const outcome = named.apply(asked)
  return stateChange(
    record.state,
    outcome.state ?? record.state,
    diffFields(record.data, { ...record.data, ...outcome.data }),
  )
}

function stateChange(from: string, to: string, changes: BulkItem['changes']): BulkItem['changes'] {
  return from === to ? changes : [{ pointer: '/state', from, to }, ...changes]
}

function incomingOf(groups: readonly LinkGroup[]): Incoming[] {
  return groups
    .filter(({ direction }) => direction === 'in')
    .flatMap(({ rel, items }) =>
      items.map(({ kind, id, state = '' }) => ({
        rel,
        kind,
        id,
        state,
        registered: !/draft|submitted|Review|returned/.test(state),
      })),
    )
}

function notAllowed(kind: Kind<AssetData>, state: string): RegisterError {
  return kind.editable.includes(state)
    ? new RegisterError('forbidden', 'may not edit')
    : new RegisterError('transition-refused', `not editable in ${state}`, { reason: 'not-editable' })
}
