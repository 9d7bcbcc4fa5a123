import fc from 'fast-check'
import { application } from '../../../functions/assets/application.ts'
import { activity } from '../../../functions/processing/activity.ts'
import type { ActivityData } from '../../../functions/processing/data.ts'
import { keys } from '../../../functions/register/keys.ts'
import type { Kind, RecordOf, Snapshot } from '../../../functions/register/kind.ts'
import { rowsOf } from '../../../functions/register/rows.ts'
import type { Item } from '../../../functions/store/store.ts'
import { agreement } from '../../../functions/suppliers/agreement.ts'
import type { AgreementData } from '../../../functions/suppliers/agreement-data.ts'
import { supplier } from '../../../functions/suppliers/supplier.ts'
import { orgTree } from './org-tree.ts'

/** An activity with what was in force from when on; `data` is absent once it has ended. */
export interface RandomActivity {
  id: string
  versions: { from: string; data?: ActivityData }[]
}

export interface RandomAsset {
  id: string
  state: string
  data: {
    name: string
    personalData: string
    usingOrgUnitIds: string[]
    supplierIds: { supplierId: string; processesPersonalData: boolean }[]
  }
}

/** A small register: everything that coverage is made of. */
export interface RandomRegister {
  suppliers: { id: string; name: string }[]
  agreements: { id: string; state: string; data: AgreementData }[]
  activities: RandomActivity[]
  assets: RandomAsset[]
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

const asset = fc.record({
  state: fc.constantFrom('inOperation', 'inOperation', 'planned', 'decommissioned'),
  data: fc.record({
    name: fc.constant('System'),
    personalData: fc.constantFrom('yes', 'yes', 'no'),
    usingOrgUnitIds: fc.subarray(units),
    supplierIds: fc.array(fc.record({ supplierId: aSupplier, processesPersonalData: fc.boolean() }), { maxLength: 2 }),
  }),
})

/** Registers of up to four suppliers, eight agreements, six activities and three systems. */
export const randomRegister: fc.Arbitrary<RandomRegister> = fc
  .record({
    agreements: fc.array(fc.record({ state: fc.constantFrom('draft', 'active', 'terminated'), data: agreementData }), {
      maxLength: 8,
    }),
    activities: fc.array(versions, { maxLength: 6 }),
    assets: fc.array(asset, { maxLength: 3 }),
  })
  .map(({ agreements, activities, assets }) => ({
    suppliers: supplierIds.map((id, at) => ({ id, name: ['Örn AB', 'Bo AB', 'Ceder AB', 'Bo AB'][at]! })),
    agreements: agreements.map((one, at) => ({ id: `agr_${at}`, ...one })),
    activities: activities.map((list, at) => ({ id: `act_${at}`, versions: list })),
    assets: assets.map((one, at) => ({ id: `app_${at}`, ...one })),
  }))

/** The register as the engine would have stored it. */
export function storedItems({ suppliers, agreements, activities, assets }: RandomRegister): Item[] {
  return [
    ...suppliers.flatMap(({ id, name }) => stored(supplier, recordOf('supplier', id, 'active', { name }))),
    ...agreements.flatMap(({ id, state, data }) => stored(agreement, recordOf('agreement', id, state, data))),
    ...assets.flatMap(({ id, state, data }) => stored(application, recordOf('application', id, state, data) as never)),
    ...activities.flatMap((one) => storedActivity(one)),
  ]
}

export { orgTree }

function storedActivity({ id, versions: list }: RandomActivity): Item[] {
  let last: ActivityData = {}
  const revisions = list.map(({ data }, at) => {
    last = data ?? last
    return {
      ...recordOf('activity', id, data ? 'registered' : 'ended', last),
      revision: at + 1,
      registeredRevision: at + 1,
    }
  })
  const newest = revisions.at(-1)!
  return [
    ...revisions.map((record) => revisionItem(record)),
    ...list.map(({ from, data }, at) => ({
      ...keys.valid('activity', id, `${from}T00:00:00.000Z`, at + 1),
      body: { revision: data ? at + 1 : null },
    })),
    headItem(newest),
    ...rowsOf(activity, { newest, registered: newest }).map(({ unique: _unique, ...item }) => item),
  ]
}

function stored<T extends object>(kind: Kind<T>, record: RecordOf<T>): Item[] {
  const snapshot: Snapshot<T> = { newest: record }
  return [headItem(record), revisionItem(record), ...rowsOf(kind, snapshot).map(({ unique: _unique, ...item }) => item)]
}

function recordOf<T extends object>(kind: string, id: string, state: string, data: T): RecordOf<T> {
  const at = '2026-01-01T00:00:00.000Z'
  return { id, kind, revision: 1, state, createdAt: at, createdBy: 'x', updatedAt: at, updatedBy: 'x', data }
}

function headItem({ data: _data, ...head }: RecordOf<object>): Item {
  return { ...keys.head(head.kind, head.id), body: head as never }
}

function revisionItem({ data, ...head }: RecordOf<object>): Item {
  return { ...keys.revision(head.kind, head.id, head.revision), body: { head, data } as never }
}

function defined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T
}
