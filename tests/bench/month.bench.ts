import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stageOf } from '../../infra/stages.ts'
import type { BenchProduct, Caller } from '../support/bench-product.ts'
import { openBenchRegister } from '../support/bench-register.ts'
import type { Figure } from './figure.ts'
import prices from './prices.json' with { type: 'json' }

const activities = 1_000
const requests = 60
const copied = 'act_01K0000000000000000000'
interface Load {
  calls: number
  changes: number
  mails: number
  /** GB in the table. */
  kept: number
}

/** The load of quality.md P6 (a region whose feeds change assets all day), and one a good deal smaller and larger. */
const loads: { readonly [name: string]: Load } = {
  'a municipality: 200 000 calls, 5 000 changes': { calls: 200_000, changes: 5_000, mails: 500, kept: 0.5 },
  'P6 a region: 2.5 M calls, 180 000 changes': { calls: 2_500_000, changes: 180_000, mails: 6_000, kept: 5 },
  'ten times that: 25 M calls, 1.8 M changes': { calls: 25_000_000, changes: 1_800_000, mails: 60_000, kept: 50 },
}
const month = 'P6 a region: 2.5 M calls, 180 000 changes'
/** Of the reads: lists, records and searches, and pages that ask who one is. */
const mix = { list: 0.35, record: 0.4, search: 0.1, session: 0.15 }
/** Of the changes: most come from feeds, or touch nothing that a list shows. */
const changeMix = { quiet: 0.8, listed: 0.2 }
/** The most write units that quality.md allows each. */
const budgets = { quiet: 12, listed: 40 }
/** Assumed: a warm request is three round trips to the table and some 5 ms of its own; a night's job grows with the register. */
const milliseconds = { request: 35, nightly: 60_000 }
/** The session, and the version of the directory. */
const sessionUnits = 2
/** Changes that the stream hands over together. */
const changesPerBatch = 10
/** Figures that functions count in their logs: 6 of the API, 6 of imports, 4 of the checkpoint, 3 of the night, faults of mail and follow-up. */
const metrics = 21
/** A scan that may be a moment old reads so much for one unit; the checkpoint scans the table every night. */
const bytesPerWeakUnit = 8192
/** The bytes of one call in both logs: the function's line and the API's, and what each line is reckoned as besides. */
const logBytes = { function: 400, api: 190, besides: 2 * 26 }

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
    const sum = (usd: { [part: string]: number }) => Object.values(usd).reduce((total, one) => total + one, 0)
    const parts = costs(units, loads[month]!, true)
    const usd = (name: string, value: number, budget?: number) => ({ name, value, unit: 'USD', budget })
    return [
      ...Object.entries(units).map(([name, value]) => ({ name: `P6 units: ${name}`, value, unit: 'units' })),
      ...Object.entries(parts).map(([name, value]) => usd(`P6 of it: ${name}`, value)),
      ...Object.entries(loads).flatMap(([name, load]) => [
        usd(`${name}: a month`, sum(costs(units, load, true)), name === month ? 15 : undefined),
        usd(`${name}: without what is free for ever`, sum(costs(units, load, false)), name === month ? 15 : undefined),
        usd(`${name}: kept, whatever is done`, standing(load.kept)),
      ]),
      usd('P6 the same with each change at its budget', sum(costs({ ...units, ...budgets }, loads[month]!, true)), 15),
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
function usage(units: Units, load: Load) {
  const million = 1_000_000
  const reads = load.calls - load.changes
  const perRead =
    mix.list * units.list + mix.record * units.record + mix.search * units.search + mix.session * sessionUnits
  const runs = load.calls + load.changes / changesPerBatch + load.mails
  return {
    writeUnits: (load.changes * (changeMix.quiet * units.quiet + changeMix.listed * units.listed)) / million,
    readUnits: (reads * perRead + load.changes * units.record) / million,
    lambdaRequests: runs / million,
    lambdaGbSeconds: (runs * milliseconds.request + 60 * milliseconds.nightly) / 1000,
    calls: load.calls / million,
    logsGb: (load.calls * (logBytes.function + logBytes.api + logBytes.besides)) / 1e9,
    traces: (load.calls * stageOf('prod').traced) / million,
    mails: load.mails / 1000,
  }
}

/** USD a month by part; `free` takes off what the provider gives every account every month, for ever. */
function costs(units: Units, load: Load, free: boolean): { [part: string]: number } {
  const used = usage(units, load)
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
  const { kmsKey, secret, webAcl, webAclRule, alarm, metric, freeForEver } = prices
  const stored = prices.dynamodbGbMonth + prices.pointInTimeGbMonth + 2 * prices.backupGbMonth
  const sealed = 30 * (1e9 / bytesPerWeakUnit / 1_000_000) * prices.dynamodbReadUnits
  const watched = (alarmsMade() - freeForEver.alarms) * alarm + (metrics - freeForEver.metrics) * metric
  return 3 * kmsKey + 2 * secret + webAcl + 4 * webAclRule + watched + gb * (stored + sealed)
}

/** How many alarms the template has. */
function alarmsMade(): number {
  const template = join(import.meta.dirname, '../infra/__snapshots__/main.template.snap')
  return readFileSync(template, 'utf8').split('"AWS::CloudWatch::Alarm"').length - 1
}
