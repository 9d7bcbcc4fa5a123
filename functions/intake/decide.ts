import type { Actor } from '../register/actor.ts'
import { sameJson } from '../register/canonical.ts'
import { parse } from '../register/change/validate.ts'
import type { Context } from '../register/context.ts'
import { RegisterError } from '../register/errors.ts'
import { withoutAbsent } from '../register/present.ts'
import type { RecordOf } from '../register/record.ts'
import { readCells } from './cells.ts'
import type { RowPlan } from './mapping.ts'
import type { RowChange, RowFault, RowOutcome } from './outcome.ts'
import type { FileRow } from './read/table-file.ts'
import { type RowKey, sourceKeyOf, textOf } from './row-keys.ts'
import { type IntakeTarget, ownColumns, type Received, type World } from './target.ts'

type Data = { [member: string]: unknown }

/** What deciding about rows needs to know. */
export interface Deciding {
  target: IntakeTarget
  plan: RowPlan
  world: World
  actor: Actor
  context: Context
  source: string
  how: Received
  /** The register looks at what is saved by itself, at once: there is no need to look twice. */
  savesNow?: boolean
}

/** A row decided: its outcome, and what is to be saved when it is new or changed. */
export interface Decided {
  outcome: RowOutcome
  /** The record as it stood. */
  before?: RecordOf<object>
  save?: { id?: string; revision?: number; data: object; state?: string }
}

/**
 * What a row does to the record it is about, or to the register when there is none. Pure: nothing is looked up.
 * @param key the first thing that the row is known by
 */
export function decideRow(
  row: FileRow,
  key: RowKey | undefined,
  before: RecordOf<object> | undefined,
  deciding: Deciding,
): Decided {
  const { target } = deciding
  const read = readCells(row, before, deciding)
  const faults = [...read.faults]
  if (!key && faults.length === 0) faults.push({ code: 'no-key' })
  const state = stateOf(row, before, deciding, faults)
  const added = addedKey(row, before, deciding)
  const asks = read.asked.size > 0 || added !== undefined || state !== undefined
  const raw = before && !asks ? before.data : received(before, read.members, added, deciding)
  const touched = !before || (asks && (state !== undefined || !sameJson(before.data, raw)))
  const stateAfter = state ?? before?.state ?? target.kind.initial
  // A new record that is saved at once needs no preview, and the register derives the rest.
  const isPreviewed = before !== undefined || !deciding.savesNow
  const data = touched && isPreviewed ? derived(raw, stateAfter, deciding) : raw
  const changes = isPreviewed ? changesOf(before, data, read.asked, deciding) : []
  if (state && before) changes.push({ field: ownColumns.state, from: before.state, to: state, effect: 'set' })
  const changed =
    !before || state !== undefined || (touched && !sameJson(derived(before.data, before.state, deciding), data))
  if (changed && faults.length === 0 && !deciding.savesNow) faults.push(...refusals(before, data, deciding))
  const name = before ? target.kind.sortName(before) : String((data as Data)['name'] ?? '')
  const known = {
    row: row.row,
    ...(before && { id: before.id, ...(before.number && { number: before.number }) }),
    ...(name && { name }),
    ...(key && { key: key.values.join(' · ') }),
  }
  if (faults.length > 0) return { outcome: { ...known, outcome: 'faulty', faults, cells: row.cells } }
  const outcome = !before ? 'new' : changed ? 'changed' : 'unchanged'
  const told = { ...known, outcome, ...(changes.length > 0 && { changes }) } as const
  if (!changed) return { outcome: told, before }
  return {
    outcome: told,
    ...(before && { before }),
    save: { ...(before && { id: before.id, revision: before.revision }), data, ...(state && { state }) },
  }
}

/** The source's own key of the row, when the record does not have it yet. */
function addedKey(row: FileRow, before: RecordOf<object> | undefined, { target, plan, source }: Deciding) {
  const key = target.keepsKeys ? sourceKeyOf(row, plan) : undefined
  const known = ((before?.data as Data | undefined)?.['externalIds'] ?? []) as { source: string; id: string }[]
  return key === undefined || known.some((one) => one.source === source && one.id === key) ? undefined : key
}

function received(
  before: RecordOf<object> | undefined,
  members: Data,
  key: string | undefined,
  { target, how, source }: Deciding,
): object {
  const data = { ...target.receive(before?.data, members, how) } as Data
  if (key === undefined) return data
  const known = (data['externalIds'] ?? []) as { source: string; id: string }[]
  return { ...data, externalIds: [...known, { source, id: key }] }
}

/** With what follows from the rest, as a save would add it. */
function derived(data: object, state: string, { target, context }: Deciding): object {
  return withoutAbsent({ ...data, ...target.kind.derive?.(data, context, state) })
}

/** The state that the file says and the record is not in. */
function stateOf(row: FileRow, before: RecordOf<object> | undefined, { target, plan }: Deciding, faults: RowFault[]) {
  const text = textOf(row.cells, plan, ownColumns.state)
  if (text === '' || !target.states) return undefined
  const word = text.toLowerCase()
  const hit = Object.entries(target.states).find(
    ([state, { sv, en }]) => state.toLowerCase() === word || sv.toLowerCase() === word || en.toLowerCase() === word,
  )
  const position = plan.own[ownColumns.state]?.position
  if (!hit) faults.push({ code: 'code', unknown: text, value: text, ...(position && { position }) })
  return hit && hit[0] !== before?.state ? hit[0] : undefined
}

function changesOf(
  before: RecordOf<object> | undefined,
  data: object,
  asked: ReadonlyMap<string, unknown>,
  { plan }: Deciding,
): RowChange[] {
  const { sourceSays, secretSourceSays } = data as { sourceSays?: object; secretSourceSays?: object }
  const disputed = new Set(Object.keys({ ...sourceSays, ...secretSourceSays }))
  return plan.columns.flatMap(({ column: { field, top, read } }): RowChange[] => {
    if (!asked.has(field)) return []
    const from = before && read(before.data)
    const wished = asked.get(field)
    const stands = read(data)
    if (sameJson(from ?? null, wished ?? null)) return []
    if (sameJson(from ?? null, stands ?? null) && !disputed.has(top)) return []
    if (sameJson(from ?? null, stands ?? null))
      return [
        { field, ...(from !== undefined && { from }), ...(wished !== undefined && { to: wished }), effect: 'kept' },
      ]
    return [
      {
        field,
        ...(from !== undefined && { from }),
        ...(stands !== undefined && { to: stands }),
        effect: stands === undefined ? 'clear' : 'set',
      },
    ]
  })
}

/** What the register would refuse: shape, the kind's own checks, and what this person may not do. */
function refusals(before: RecordOf<object> | undefined, data: object, deciding: Deciding): RowFault[] {
  const { target, actor, context, plan } = deciding
  const { kind } = target
  const at = (pointer: string) => {
    const [top = '', ...rest] = pointer.slice(1).split('/')
    const path = [top, ...rest.filter((part) => !/^\d+$/.test(part))].join('.')
    const found =
      plan.columns.find(({ column }) => column.field === path) ?? plan.columns.find(({ column }) => column.top === top)
    return found && { position: found.position }
  }
  try {
    const parsed = parse(kind.schema, data) as object
    const about = { id: before?.id ?? `${kind.prefix}_new`, actor, ...(before && { before: before.data }) }
    const errors = kind.check?.(parsed, context, about) ?? []
    if (errors.length > 0) throw new RegisterError('invalid', 'refused', { errors })
  } catch (error) {
    if (!(error instanceof RegisterError)) throw error
    return (error.extra.errors ?? []).map(({ pointer, code, params }) => ({
      code: code === 'type' && !(pointer.split('/')[1]! in data) ? 'required' : code,
      ...(params && { params }),
      ...at(pointer),
    }))
  }
  if (before && !kind.editable.includes(before.state)) return [{ code: 'not-editable' }]
  const may = before
    ? kind.policy.edit(actor, { newest: before }) && kind.policy.edit(actor, { newest: { ...before, data } })
    : kind.policy.create(actor, data)
  return may ? [] : [{ code: 'forbidden' }]
}
