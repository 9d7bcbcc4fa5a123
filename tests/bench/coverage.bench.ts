import { randomUUID } from 'node:crypto'
import { activity } from '../../functions/processing/activity.ts'
import type { ActivityData } from '../../functions/processing/data.ts'
import { keys } from '../../functions/register/keys.ts'
import type { Kind } from '../../functions/register/kind.ts'
import type { RecordOf } from '../../functions/register/record.ts'
import { rowsOf } from '../../functions/register/rows/rows.ts'
import type { Item, Store } from '../../functions/store/store.ts'
import type { AgreementData } from '../../functions/suppliers/agreement-data.ts'
import { agreement } from '../../functions/suppliers/agreement.ts'
import { supplier } from '../../functions/suppliers/supplier.ts'
import { openBenchRegister } from '../support/bench-register.ts'
import { type Figure, percentile, timesOf } from './figure.ts'

const [suppliers, agreements, activities] = [2000, 6000, 10_000]
const calls = 300

/** Coverage of 2 000 suppliers, 6 000 agreements and 10 000 activities at the app, signed in, on the embedded store. */
export async function measure(): Promise<Figure[]> {
  const register = await openBenchRegister(0)
  try {
    const { units, activityData } = await templateOf(register)
    await fill(register.core.deps.store, units, activityData)
    const call = await register.signedIn('dso')
    const pageOf = (query: string) => timesOf(calls, () => call(`/api/coverage${query}`))
    const first = await timesOf(1, () => call('/api/coverage'))
    await timesOf(50, () => call('/api/coverage'))
    const cpuBefore = process.cpuUsage()
    const viewed = await pageOf('')
    const { user, system } = process.cpuUsage(cpuBefore)
    const [view, missing, later, one] = [
      viewed,
      await pageOf('?status=missing,expired'),
      await pageOf('?asOf=2027-06-30'),
      await timesOf(calls, (at) => call(`/api/coverage?supplier=sup_${(at * 7) % suppliers}`)),
    ]
    const past = await timesOf(20, () => call('/api/coverage?asOf=2025-06-30'))
    return [
      figure('coverage, the very first view', first[0]!),
      figure('coverage, first view p99', percentile(view, 0.99), 50),
      figure('coverage, CPU of a first view', (user + system) / 1000 / calls),
      figure('coverage, gaps p99', percentile(missing, 0.99)),
      figure('coverage, a day to come p99', percentile(later, 0.99), 50),
      figure('coverage, one supplier p99', percentile(one, 0.99), 50),
      figure('coverage, a past day p50', percentile(past, 0.5)),
    ]
  } finally {
    await register.close()
  }
}

function figure(name: string, value: number, budget?: number): Figure {
  return { name, value: Math.round(value * 10) / 10, unit: 'ms', ...(budget !== undefined && { budget }) }
}

type Bench = Awaited<ReturnType<typeof openBenchRegister>>

async function templateOf({ signedIn }: Bench) {
  const call = await signedIn('dso')
  const { items } = await call('/api/activities?state=registered&limit=50')
  const full = await call(
    `/api/activities/${items.find((item: { data: ActivityData }) => item.data.controllerOrgUnitId).id}`,
  )
  const boards = (await call('/api/org-units?limit=200')).items.filter(
    (unit: { data: { kind: string } }) => unit.data.kind === 'board',
  )
  return { units: boards.map(({ id }: { id: string }) => id) as string[], activityData: full.data as ActivityData }
}

async function fill(store: Store, units: readonly string[], template: ActivityData): Promise<void> {
  const unitAt = (at: number) => units[at % units.length]!
  await inBatches(suppliers, (at) => {
    const name = `Leverantör ${at % 97} nummer ${at} AB`
    return put(store, supplier, recordOf('supplier', `sup_${at}`, 'active', { name, country: 'SE' }))
  })
  await inBatches(agreements, (at) => {
    const data: AgreementData = {
      name: `PUB-avtal ${at}`,
      type: at % 3 === 0 ? 'service' : 'pub',
      supplierId: `sup_${at % suppliers}`,
      controllerOrgUnitIds: [unitAt(at), unitAt(at + 1)],
      signedAt: '2024-05-01',
      validFrom: '2024-06-01',
      validTo: at % 10 === 0 ? '2026-01-31' : '2028-12-31',
    }
    return put(store, agreement, recordOf('agreement', `agr_${at}`, 'active', data))
  })
  await inBatches(activities, (at) => {
    const data: ActivityData = {
      ...template,
      name: `Behandling ${at}`,
      controllerOrgUnitId: unitAt(at),
      applicationIds: [],
      medicalDeviceIds: [],
      processors: [{ supplierId: `sup_${(at * 13) % suppliers}` }, { supplierId: `sup_${(at * 31 + 5) % suppliers}` }],
    }
    return put(store, activity, { ...recordOf('activity', `act_${at}`, 'registered', data), registeredRevision: 1 })
  })
}

/** Many at once, so that they share a sync to disk. */
async function inBatches(count: number, make: (at: number) => Promise<void>): Promise<void> {
  for (let first = 0; first < count; first += 200)
    await Promise.all(Array.from({ length: Math.min(200, count - first) }, (_, at) => make(first + at)))
}

function recordOf<T extends object>(kind: string, id: string, state: string, data: T): RecordOf<T> {
  const at = '2025-01-01T00:00:00.000Z'
  return {
    id,
    kind,
    number: id,
    revision: 1,
    state,
    createdAt: at,
    createdBy: 'x',
    updatedAt: at,
    updatedBy: 'x',
    data,
  }
}

async function put<T extends object>(store: Store, kind: Kind<T>, record: RecordOf<T>): Promise<void> {
  const { data, ...head } = record
  const registered = record.registeredRevision ? { registered: record } : {}
  const items: Item[] = [
    { ...keys.head(kind.name, record.id), body: head as never, version: 1 },
    { ...keys.revision(kind.name, record.id, 1), body: { head, data } as never },
    ...(record.registeredRevision
      ? [{ ...keys.valid(kind.name, record.id, record.createdAt, 1), body: { revision: 1 } }]
      : []),
    ...rowsOf(kind, { newest: record, ...registered }).map(({ unique: _unique, ...row }) => row),
  ]
  await store.commit(
    items.map((item) => ({ put: item })),
    randomUUID(),
  )
}
