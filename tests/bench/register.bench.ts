import type { BenchProduct, Caller } from '../support/bench-product.ts'
import { openBenchRegister } from '../support/bench-register.ts'
import { type Figure, percentile, timesOf } from './figure.ts'

const activities = 10_000
/** Read units of every request: the session and the directory's version. */
const askingUnits = 2
const requests = 1000
const terms = [
  'journal',
  'uppf',
  'öst malmö',
  'kvalitet älv',
  'akut logg',
  'rem',
  'ånge remiss patient',
  'xyzzy',
  'B-2020-00042',
]

/** List and search of the register at 10 000 activities, and what a change of one costs, at the app with sign-in. */
export async function measure(): Promise<Figure[]> {
  const register = await openBenchRegister(activities)
  try {
    const officer = await register.signedIn('dso')
    return [
      ...(await measureReads(register, officer)),
      ...(await measureChange(register, await register.signedIn('anmalare'))),
    ]
  } finally {
    await register.close()
  }
}

async function measureReads({ meter }: BenchProduct, read: Caller): Promise<Figure[]> {
  const timed = async (name: string, path: (index: number) => string): Promise<Figure[]> => {
    await timesOf(50, (index) => read(path(index)))
    const times = await timesOf(requests, (index) => read(path(index)))
    return [
      { name: `${name}: p50`, value: percentile(times, 0.5), unit: 'ms' },
      { name: `${name}: p99`, value: percentile(times, 0.99), unit: 'ms', budget: 10 },
    ]
  }
  const unitsOf = async (path: string): Promise<number> => {
    await read(path)
    const before = meter.readUnits
    await read(path)
    return meter.readUnits - before
  }
  const { next } = await read('/api/activities?state=registered')
  const regimes = ['pdl', 'solpul', 'other', 'employment']
  return [
    ...(await timed('list of 50', () => '/api/activities?state=registered')),
    ...(await timed('list of 50, next page', () => `/api/activities?state=registered&cursor=${next}`)),
    ...(await timed('list of 50, one filter', (index) => `/api/activities?regime=${regimes[index % 4]}`)),
    ...(await timed('search', (index) => `/api/activities?q=${encodeURIComponent(terms[index % terms.length]!)}`)),
    {
      name: 'P6 list page of 50, who is asking included',
      value: await unitsOf('/api/activities?state=registered'),
      unit: 'read units',
      budget: 7,
    },
    {
      name: 'P6 list page of 50 unfiltered, who is asking apart',
      value: (await unitsOf(`/api/activities?cursor=${(await read('/api/activities')).next}`)) - askingUnits,
      unit: 'read units',
      budget: 7,
    },
  ]
}

async function measureChange({ meter }: BenchProduct, call: Caller): Promise<Figure[]> {
  const filed = { data: { name: 'Mätning av vad en ändring kostar' } }
  const units: number[] = []
  let { id, revision, data } = await call('/api/activities', { method: 'POST', body: JSON.stringify(filed) })
  const times = await timesOf(100, async (index) => {
    const changed = { ...data, securityDescription: `Skyddet beskrivs för gång ${index} i samma mening som förut.` }
    const request = { method: 'PUT', body: JSON.stringify({ data: changed }), headers: { 'If-Match': `"${revision}"` } }
    ;({ id, revision, data } = await call(`/api/activities/${id}`, request))
    units.push(meter.lastCommitUnits)
  })
  return [
    { name: 'P6 change of an activity', value: Math.max(...units), unit: 'write units', budget: 12 },
    { name: 'change of an activity, synced to disk: p99', value: percentile(times, 0.99), unit: 'ms', budget: 50 },
  ]
}
