import fc from 'fast-check'
import { application } from '../../functions/assets/application.ts'
import { activity } from '../../functions/processing/activity.ts'
import type { ActivityData } from '../../functions/processing/data.ts'
import { keys } from '../../functions/register/keys.ts'
import type { Kind } from '../../functions/register/kind.ts'
import type { RecordOf, Snapshot } from '../../functions/register/record.ts'
import { formerLinks, rowsOf } from '../../functions/register/rows/rows.ts'
import type { Item } from '../../functions/store/store.ts'
import type { AgreementData } from '../../functions/suppliers/agreement-data.ts'
import { agreement } from '../../functions/suppliers/agreement.ts'
import { supplier } from '../../functions/suppliers/supplier.ts'
import { orgTree } from '../support/org-tree.ts'

/** An activity with what was in force from when on; `data` is absent once it has ended. */
export interface RandomActivity {
  id: string
  versions: { from: string; data?: ActivityData }[]
}

interface AssetData {
  name: string
  personalData: string
  usingOrgUnitIds: string[]
  supplierIds: { supplierId: string; processesPersonalData: boolean }[]
}

/** What was saved of a record from when on. */
export interface Version<T> {
  from: string
  state: string
  data: T
}

/** A record that is only saved, with its history, oldest first. */
export interface RandomRecord<T> {
  id: string
  versions: [Version<T>, ...Version<T>[]]
}

/** A small register: everything that coverage is made of. */
export interface RandomRegister {
  suppliers: { id: string; name: string }[]
  agreements: RandomRecord<AgreementData>[]
  activities: RandomActivity[]
  assets: RandomRecord<AssetData>[]
}

export const today = '2026-11-21'
const boards = ['org_hsn', 'org_rs']
const units = ['org_hjarta', 'org_it']

/** A day around today. */
export const day: fc.Arbitrary<string> = fc
  .integer({ min: -500, max: 500 })
  .map((days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10))

const pastDay = day.map((one) => (one > today ? today : one))
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const supplierIds = ['sup_1', 'sup_2', 'sup_3', 'sup_4']
const aSupplier = fc.constantFrom(...supplierIds)

const agreementData: fc.Arbitrary<AgreementData> = fc
  .record({
    type: fc.constantFrom('pub', 'pub', 'pub', 'service', 'secrecy'),
    supplierId: maybe(aSupplier),
    controllerOrgUnitIds: fc.subarray(boards, { minLength: 1 }),
    weAreProcessor: fc.constantFrom(undefined, undefined, undefined, true),
    signedAt: maybe(day),
    validFrom: maybe(day),
    validTo: maybe(day),
    renewal: fc.constantFrom(undefined, 'never', 'tacit'),
    renewalMonths: fc.constantFrom(undefined, 1, 12),
    terminationAt: maybe(day),
  })
  .map((data) => defined({ name: 'Avtal', ...data }) as AgreementData)

const processor = fc.oneof(
  { weight: 4, arbitrary: aSupplier.map((supplierId) => ({ supplierId })) },
  { weight: 1, arbitrary: fc.constantFrom('Okänd AB', 'Moln Inc').map((name) => ({ name })) },
)

const activityData: fc.Arbitrary<ActivityData> = fc
  .record({
    registerRole: fc.constantFrom('controller', 'processor'),
    orgUnitId: fc.constantFrom(...units),
    controllerOrgUnitId: maybe(fc.constantFrom(...boards)),
    processors: fc.array(processor, { maxLength: 3 }),
  })
  .map((data) => defined({ name: 'Behandling', ...data }) as ActivityData)

const versions = fc
  .array(fc.record({ from: pastDay, data: fc.option(activityData, { nil: undefined, freq: 5 }) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((list) => list.toSorted((a, b) => a.from.localeCompare(b.from)))
  .map((list) =>
    list[0]?.data ? list : [{ from: '2025-01-01', data: { name: 'Behandling', orgUnitId: 'org_it' } }, ...list],
  )

const assetData: fc.Arbitrary<AssetData> = fc.record({
  name: fc.constant('System'),
  personalData: fc.constantFrom('yes', 'yes', 'no'),
  usingOrgUnitIds: fc.subarray(units),
  supplierIds: fc.array(fc.record({ supplierId: aSupplier, processesPersonalData: fc.boolean() }), { maxLength: 2 }),
})

/** Up to four versions; the first one is never in preparation. */
function historyOf<T>(data: fc.Arbitrary<T>, states: readonly string[]): fc.Arbitrary<RandomRecord<T>['versions']> {
  const version = fc.record({ from: pastDay, state: fc.constantFrom(...states), data })
  return fc.array(version, { minLength: 1, maxLength: 4 }).map((list) => {
    const [first, ...later] = list.toSorted((a, b) => a.from.localeCompare(b.from))
    return [{ ...first!, state: first!.state === 'amending' ? 'active' : first!.state }, ...later]
  })
}

/** Registers of up to four suppliers, eight agreements, six activities and three systems. */
export const randomRegister: fc.Arbitrary<RandomRegister> = fc
  .record({
    agreements: fc.array(historyOf(agreementData, ['draft', 'active', 'amending', 'terminated']), { maxLength: 8 }),
    activities: fc.array(versions, { maxLength: 6 }),
    assets: fc.array(historyOf(assetData, ['inOperation', 'inOperation', 'planned', 'decommissioned']), {
      maxLength: 3,
    }),
  })
  .map(({ agreements, activities, assets }) => ({
    suppliers: supplierIds.map((id, at) => ({ id, name: ['Örn AB', 'Bo AB', 'Ceder AB', 'Bo AB'][at]! })),
    agreements: agreements.map((history, at) => ({ id: `agr_${at}`, versions: history })),
    activities: activities.map((list, at) => ({ id: `act_${at}`, versions: list })),
    assets: assets.map((history, at) => ({ id: `app_${at}`, versions: history })),
  }))

/** The register as the engine would have stored it. */
export function storedItems({ suppliers, agreements, activities, assets }: RandomRegister): Item[] {
  const known = suppliers.map(({ id, name }) => ({
    id,
    versions: [{ from: '2024-01-01', state: 'active', data: { name } }] as const,
  }))
  return [
    ...known.flatMap((one) => storedHistory(supplier, one)),
    ...agreements.flatMap((one) => storedHistory(agreement, one)),
    ...assets.flatMap((one) => storedHistory(application as unknown as Kind<AssetData>, one)),
    ...activities.flatMap((one) => storedActivity(one)),
  ]
}

export { orgTree }

function storedActivity({ id, versions: list }: RandomActivity): Item[] {
  let last: ActivityData = {}
  const revisions = list.map(({ from, data }, at) => {
    last = data ?? last
    const saved = { from, state: data ? 'registered' : 'ended', data: last }
    return { ...recordOf(activity, id, saved, at + 1, list[0]!.from), registeredRevision: at + 1 }
  })
  return [
    ...list.map(({ from, data }, at) => ({
      ...keys.valid('activity', id, timeOf(from), at + 1),
      body: { revision: data ? at + 1 : null },
    })),
    ...storedRevisions(
      activity,
      revisions.map((record) => ({ newest: record, registered: record })),
    ),
  ]
}

function storedHistory<T extends object>(
  kind: Kind<T>,
  { id, versions: list }: { id: string; versions: readonly Version<T>[] },
): Item[] {
  const revisions = list.map((version, at) => recordOf(kind, id, version, at + 1, list[0]!.from))
  return storedRevisions(
    kind,
    revisions.map((newest) => ({ newest })),
  )
}

/** Every revision, the newest one's head and rows, and what is left of links that were taken away. */
function storedRevisions<T extends object>(kind: Kind<T>, snapshots: readonly Snapshot<T>[]): Item[] {
  const last = snapshots.at(-1)!
  const former = snapshots.slice(1).flatMap((after, at) => formerLinks(kind, snapshots[at]!, after))
  return [
    headItem(last.newest),
    ...snapshots.map(({ newest }) => revisionItem(newest)),
    ...[...rowsOf(kind, last), ...former].map(({ unique: _unique, ...item }) => item),
  ]
}

function recordOf<T extends object>(
  { name }: Kind<T>,
  id: string,
  { from, state, data }: Version<T>,
  revision: number,
  created: string,
): RecordOf<T> {
  const [createdAt, updatedAt] = [timeOf(created), timeOf(from)]
  return { id, kind: name, revision, state, createdAt, createdBy: 'x', updatedAt, updatedBy: 'x', data }
}

function timeOf(from: string): string {
  return `${from}T00:00:00.000Z`
}

function headItem({ data: _data, ...head }: RecordOf<object>): Item {
  return { ...keys.head(head.kind, head.id), body: head as never }
}

function revisionItem({ data, ...head }: RecordOf<object>): Item {
  return {
    ...keys.revision(head.kind, head.id, head.revision),
    body: { head, data, change: { at: head.updatedAt } } as never,
  }
}

function defined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T
}
