import type { Actor, OrgNode } from '../register/actor.ts'
import type { Engine } from '../register/api.ts'
import { sameJson } from '../register/canonical.ts'
import { parse } from '../register/change/validate.ts'
import type { Context } from '../register/context.ts'
import { dayOf } from '../register/core.ts'
import { RegisterError } from '../register/errors.ts'
import type { Kind } from '../register/kind.ts'
import type { RecordOf } from '../register/record.ts'
import { systemActor, type Directory } from './directory.ts'
import { endUnnamed } from './import-leavers.ts'
import { reportOf, type ImportPart, type ImportReport, type RowResult } from './import-report.ts'
import { fieldsOf, inRow, parentsFirst, rowKey, type ImportRow, type KeyRing } from './import-row.ts'
import { orgUnit, type OrgUnitData } from './org-unit.ts'
import { person } from './person.ts'
import { roleAssignment } from './role-assignment.ts'
import { treeOf } from './tree.ts'

/** Organisation, people and roles from another system. A field left out stays as it is. */
export interface DirectoryFeed {
  /** The feed names everybody: active people it leaves out have left. */
  complete?: boolean
  orgUnits?: readonly ImportRow[]
  people?: readonly ImportRow[]
  roleAssignments?: readonly ImportRow[]
}

export interface ImportDeps {
  engine: Engine
  directory: Directory
  now(): string
  /**
   * Rows written side by side, 1 when absent. The embedded store syncs their commits to disk together; in DynamoDB
   * they would conflict, since each renews the directory's version.
   */
  atOnce?: number
}

/** What the parts of one import share: who imports, the tree as it grows, and ids of what is new. */
export interface ImportRun extends ImportDeps {
  actor: Actor
  dryRun: boolean
  context: Context
  nodes: OrgNode[]
  ring: KeyRing
  made: Map<string, string>
  /** What a dry run would have created or changed, by id, for later rows of the same key. */
  pretended: Map<string, RecordOf<object>>
}

/**
 * Writes a feed into the directory through the engine, row by row, as far as the actor may; running it again changes nothing.
 * A refused row is reported and does not stop the others. Nothing is deleted. With `dryRun` nothing is written.
 */
export async function importDirectory(
  deps: ImportDeps,
  feed: DirectoryFeed,
  actor: Actor,
  dryRun: boolean,
): Promise<ImportReport> {
  const run = await startRun(deps, actor, dryRun)
  const results: RowResult[] = []
  for (const { row, number } of parentsFirst(feed.orgUnits ?? [])) {
    results.push(await takeRow(run, 'orgUnits', row, number))
  }
  for (const part of ['people', 'roleAssignments'] as const) {
    for (const batch of batchesOf(part, feed[part] ?? [], deps.atOnce ?? 1)) {
      results.push(...(await Promise.all(batch.map(({ row, number }) => takeRow(run, part, row, number)))))
    }
  }
  const leavers = feed.complete ? await endUnnamed(run, results) : undefined
  return reportOf(dryRun, [...results, ...(leavers?.results ?? [])], leavers?.endedNobody)
}

async function startRun(deps: ImportDeps, actor: Actor, dryRun: boolean): Promise<ImportRun> {
  const made = new Map<string, string>()
  const now = deps.now()
  const { directory } = deps
  return {
    ...deps,
    actor,
    dryRun,
    context: { now, today: dayOf(now) },
    nodes: await directory.units(),
    made,
    pretended: new Map(),
    ring: {
      unit: async (key) => made.get(`orgUnits/${key}`) ?? directory.holder('orgUnitKey', key),
      person: async (userId) => made.get(`people/${userId.toLowerCase()}`) ?? directory.find(userId),
    },
  }
}

/** Rows in batches in which no key stands twice: the second row of a key must find what the first has done. */
function* batchesOf(
  part: ImportPart,
  rows: readonly ImportRow[],
  atOnce: number,
): Generator<{ row: ImportRow; number: number }[]> {
  let batch = new Map<string, { row: ImportRow; number: number }>()
  for (const [index, row] of rows.entries()) {
    const key = rowKey(part, row).toLowerCase()
    if (batch.has(key) || batch.size === atOnce) {
      yield [...batch.values()]
      batch = new Map()
    }
    batch.set(key, { row, number: index + 1 })
  }
  yield [...batch.values()]
}

const kinds = { orgUnits: orgUnit, people: person, roleAssignments: roleAssignment } as const

async function takeRow(run: ImportRun, part: ImportPart, row: ImportRow, number: number): Promise<RowResult> {
  const key = rowKey(part, row)
  const result = { part, row: number, key }
  try {
    const { fields, errors } = await fieldsOf(part, row, run.ring)
    if (errors.length > 0) return { ...result, status: 'refused', code: 'invalid', errors }
    const done = await upsert(run, kinds[part] as unknown as Kind<object>, await existingId(run, part, key), fields)
    if (part === 'orgUnits') grow(run.nodes, done.record as RecordOf<OrgUnitData>)
    run.made.set(`${part}/${part === 'people' ? key.toLowerCase() : key}`, done.record.id)
    const known = run.dryRun && done.status === 'created' ? {} : { id: done.record.id }
    return { ...result, status: done.status, ...known }
  } catch (error) {
    if (!(error instanceof RegisterError)) throw error
    const errors = error.extra.errors && inRow(part, error.extra.errors)
    return { ...result, status: 'refused', code: error.code, ...(errors && { errors }) }
  }
}

async function existingId(
  { directory, dryRun, made }: ImportRun,
  part: ImportPart,
  key: string,
): Promise<string | undefined> {
  const seen = dryRun && made.get(`${part}/${part === 'people' ? key.toLowerCase() : key}`)
  if (seen) return seen
  if (part === 'people') return directory.find(key)
  return directory.holder(part === 'orgUnits' ? 'orgUnitKey' : 'roleAssignmentKey', key)
}

/** Later rows stand under this one: the tree that checks and policies see grows with the import. */
function grow(nodes: OrgNode[], { id, data, state }: RecordOf<OrgUnitData>): void {
  const { name, kind, parentId } = data
  const node = { id, name, kind, ...(parentId && { parentId }), ...(state === 'ended' && { ended: true }) }
  const at = nodes.findIndex((other) => other.id === id)
  if (at < 0) nodes.push(node)
  else nodes[at] = node
}

/** Creates or changes one record, and brings one that had ended back. The rules hold in a dry run too. */
async function upsert<T extends object>(
  run: ImportRun,
  kind: Kind<T>,
  id: string | undefined,
  fields: { [field: string]: unknown },
): Promise<{ record: RecordOf<T>; status: 'created' | 'updated' | 'unchanged' }> {
  const { engine, dryRun } = run
  const actor = { ...run.actor, tree: treeOf(run.nodes) }
  const before = id ? await found(run, kind, id) : undefined
  const data = checked(run, kind, actor, { ...before?.data, ...fields }, before)
  if (!before) {
    if (!actor.system && !kind.policy.create(actor, data)) throw new RegisterError('forbidden', 'may not create')
    if (dryRun) return { record: pretend(run, pretended(run, kind, data)), status: 'created' }
    return { record: (await engine.create(kind, data, actor)).record, status: 'created' }
  }
  const same = sameJson(before.data, data)
  if (same && before.state !== 'ended') return { record: before, status: 'unchanged' }
  if (!actor.system && !kind.policy.edit(actor, { newest: before }))
    throw new RegisterError('forbidden', 'may not edit')
  if (dryRun) return { record: pretend(run, { ...before, state: kind.initial, data }), status: 'updated' }
  const open =
    before.state === 'ended'
      ? (await engine.transition(kind, before.id, before.revision, { transition: 'reopen' }, actor)).record
      : before
  if (same) return { record: open, status: 'updated' }
  return { record: (await engine.update(kind, open.id, open.revision, data, actor)).record, status: 'updated' }
}

async function found<T extends object>(run: ImportRun, kind: Kind<T>, id: string): Promise<RecordOf<T>> {
  const pretended = run.pretended.get(id) as RecordOf<T> | undefined
  return pretended ?? (await run.engine.get(kind, id, systemActor())).record
}

function pretend<T extends object>(run: ImportRun, record: RecordOf<T>): RecordOf<T> {
  run.pretended.set(record.id, record)
  return record
}

function checked<T extends object>(
  { context }: ImportRun,
  kind: Kind<T>,
  actor: Actor,
  sent: unknown,
  before: RecordOf<T> | undefined,
): T {
  const data = parse(kind.schema, sent)
  const errors = kind.check?.(data, context, { id: before?.id ?? '', actor, before: before?.data }) ?? []
  if (errors.length > 0) throw new RegisterError('invalid', 'the row is refused', { errors })
  return data
}

/** What a dry run goes on with in place of a record that would have been created. */
function pretended<T extends object>(run: ImportRun, kind: Kind<T>, data: T): RecordOf<T> {
  const { now } = run.context
  const by = run.actor.personId
  const id = `${kind.prefix}_dry${run.made.size}`
  return {
    id,
    kind: kind.name,
    revision: 1,
    state: kind.initial,
    createdAt: now,
    createdBy: by,
    updatedAt: now,
    updatedBy: by,
    data,
  }
}
