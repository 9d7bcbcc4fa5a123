import type { BenchProduct, Caller } from '../support/bench-product.ts'
import { openBenchRegister } from '../support/bench-register.ts'
import type { Figure } from './figure.ts'
import prices from './prices.json' with { type: 'json' }

const activities = 1_000
const requests = 60
const copied = 'act_01K0000000000000000000'
/** The load of quality.md P6: a region with some 3 000 people who use the register now and then, and feeds that change assets. */
const month = { calls: 2_500_000, changes: 180_000, mails: 6_000 }
/** Of the reads: lists, records and searches, and pages that ask who one is. */
const mix = { list: 0.35, record: 0.4, search: 0.1, session: 0.15 }
/** Of the changes: most come from feeds, or touch nothing that a list shows. */
const changeMix = { quiet: 0.8, listed: 0.2 }
/** The most write units that quality.md allows each. */
const budgets = { quiet: 12, listed: 40 }
/** Measured on the bundles (`npm run bench -- cold`): a warm request with the database's answers in it. */
const milliseconds = { request: 35, nightly: 60_000 }
const sessionUnits = 3
/** Changes that the stream hands over together. */
const changesPerBatch = 10
const alarms = 60
/** Of the calls, how many are traced, and how large the lines of one call are in both logs. */
const traced = 0.05
const logBytes = 900

interface Units {
  list: number
  record: number
  search: number
  quiet: number
  listed: number
}

/** P6: what a month costs, from units measured at the app and the list prices of `prices.json`. */
export async function measure(): Promise<Figure[]> {
  const register = await openBenchRegister(activities)
  try {
    const units = await measureUnits(register)
    const parts = costs(units, true)
    const sum = (usd: { [part: string]: number }) => Object.values(usd).reduce((total, one) => total + one, 0)
    return [
      ...Object.entries(units).map(([name, value]) => ({ name: `P6 units: ${name}`, value, unit: 'units' })),
      ...Object.entries(parts).map(([name, value]) => ({ name: `P6 month: ${name}`, value, unit: 'USD' })),
      { name: 'P6 month of 2.5 M calls and 180 000 changes', value: sum(parts), unit: 'USD', budget: 15 },
      {
        name: 'the same with each change at its budget',
        value: sum(costs({ ...units, ...budgets }, true)),
        unit: 'USD',
        budget: 15,
      },
      { name: 'the same without what every account gets free', value: sum(costs(units, false)), unit: 'USD' },
      { name: 'beside the load: keys, alarms, web ACL, 5 GB kept', value: standing(5), unit: 'USD' },
    ]
  } finally {
    await register.close()
  }
}

async function measureUnits(register: BenchProduct): Promise<Units> {
  const { meter } = register
  const read = await register.signedIn('dso')
  const mean = async (path: (index: number) => string): Promise<number> => {
    await read(path(0))
    const before = meter.readUnits
    for (let index = 0; index < requests; index += 1) await read(path(index))
    return (meter.readUnits - before) / requests
  }
  const ids = await realIds(read)
  const words = ['journal', 'uppf', 'kvalitet', 'rem', 'schema']
  return {
    list: await mean((index) => `/api/activities?limit=50&state=${index % 2 ? 'registered' : 'registered,revision'}`),
    record: await mean((index) => `/api/activities/${ids[index % ids.length]}`),
    search: await mean((index) => `/api/search?q=${words[index % words.length]}`),
    ...(await measureChanges(register, await register.signedIn('anmalare'))),
  }
}

/** Ids of activities that stand there whole; the copies beside them are rows of lists only. */
async function realIds(read: Caller): Promise<string[]> {
  const found: string[] = []
  let next: string | undefined
  do {
    const page = await read(`/api/activities?limit=200${next ? `&cursor=${next}` : ''}`)
    found.push(...page.items.map((item: { id: string }) => item.id).filter((id: string) => !id.startsWith(copied)))
    next = page.next
  } while (next)
  return found
}

async function measureChanges({ meter }: BenchProduct, call: Caller): Promise<{ quiet: number; listed: number }> {
  const filed = { data: { name: 'Mätning av vad en ändring kostar' } }
  let { id, revision, data } = await call('/api/activities', { method: 'POST', body: JSON.stringify(filed) })
  const save = async (more: object): Promise<number> => {
    const request = {
      method: 'PUT',
      body: JSON.stringify({ data: { ...data, ...more } }),
      headers: { 'If-Match': `"${revision}"` },
    }
    ;({ id, revision, data } = await call(`/api/activities/${id}`, request))
    return meter.lastCommitUnits
  }
  let [quiet, listed] = [0, 0]
  for (let index = 0; index < requests; index += 1) {
    quiet += await save({ securityDescription: `Skyddet beskrivs för gång ${index} i samma mening som förut.` })
    listed += await save({ name: `Mätning nummer ${index} av vad en ändring kostar` })
  }
  return { quiet: quiet / requests, listed: listed / requests }
}

/** What a month's load uses, in the units that are billed: millions, GB-seconds, GB. */
function usage(units: Units) {
  const million = 1_000_000
  const reads = month.calls - month.changes
  const perRead =
    mix.list * units.list + mix.record * units.record + mix.search * units.search + mix.session * sessionUnits
  const runs = month.calls + month.changes / changesPerBatch + month.mails
  return {
    writeUnits: (month.changes * (changeMix.quiet * units.quiet + changeMix.listed * units.listed)) / million,
    readUnits: (reads * perRead + month.changes * units.record) / million,
    lambdaRequests: runs / million,
    lambdaGbSeconds: (runs * milliseconds.request + 60 * milliseconds.nightly) / 1000,
    calls: month.calls / million,
    logsGb: (month.calls * logBytes) / 1e9,
    traces: (month.calls * traced) / million,
    mails: month.mails / 1000,
  }
}

/** USD a month by part; `free` takes off what the provider gives every account every month, for ever. */
function costs(units: Units, free: boolean): { [part: string]: number } {
  const used = usage(units)
  const beyond = (amount: number, allowance: number) => Math.max(0, amount - (free ? allowance : 0))
  const { freeForEver } = prices
  return {
    'table, written': used.writeUnits * prices.dynamodbWriteUnits,
    'table, read': used.readUnits * prices.dynamodbReadUnits,
    functions:
      beyond(used.lambdaRequests, freeForEver.lambdaRequests) * prices.lambdaRequests +
      beyond(used.lambdaGbSeconds, freeForEver.lambdaGbSeconds) * prices.lambdaGbSecond,
    API: used.calls * prices.httpApiCalls,
    CDN: beyond(used.calls, freeForEver.cdnRequests) * prices.cdnRequests,
    'web ACL, by request': used.calls * prices.webAclRequests,
    logs: beyond(used.logsGb, freeForEver.logsGb) * prices.logsGb,
    traces: beyond(used.traces, freeForEver.traces) * prices.traces,
    mail: used.mails * prices.mailsPerThousand,
  }
}

/** USD a month that are paid with no load at all, for so many GB in the table. */
function standing(gb: number): number {
  const { kmsKey, secret, webAcl, webAclRule, alarm, freeForEver } = prices
  const stored = prices.dynamodbGbMonth + prices.pointInTimeGbMonth + 2 * prices.backupGbMonth
  return 3 * kmsKey + secret + webAcl + 4 * webAclRule + (alarms - freeForEver.alarms) * alarm + gb * stored
}
