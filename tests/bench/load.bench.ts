import { setTimeout as sleep } from 'node:timers/promises'
import { createClock } from '../../functions/clock.ts'
import { createSessionCookies } from '../../functions/http/session-cookie.ts'
import { createSessions } from '../../functions/http/session.ts'
import { createDice } from '../support/bench-assets.ts'
import { openBenchProduct } from '../support/bench-product.ts'
import { openFilledRegister } from '../support/filled-register.ts'
import { type Connection, openConnection } from '../support/load.ts'
import { freePort } from '../support/free-port.ts'
import { startLocal } from '../support/local-server.ts'
import { type Figure, percentile } from './figure.ts'

const assets = Number(process.env['BENCH_ASSETS'] ?? 300_000)
const seconds = Number(process.env['BENCH_LOAD_SECONDS'] ?? 20)
const connections = 200
const writesShare = 0.1
const ownEach = 10
const warmMs = 2000

/** One person at work: a connection with a session, and records that nobody else changes. */
interface Worker {
  connection: Connection
  own: { id: string; revision: number; data: object; allowed: string[] }[]
}

/**
 * P8: the server as `npm start` starts it, on 300 000 assets (`BENCH_ASSETS`, kept in `BENCH_ASSETS_DIR`), asked by 200 connections, nine
 * reads to one write. First each connection asks once a second, as people do; then all at the same moment; then each as soon as it is answered,
 * to see the most that goes.
 */
export async function measure(): Promise<Figure[]> {
  const directory = await openFilledRegister(assets, 'records')
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const { cookies, unitId } = await prepare(directory.path, origin)
  const started = performance.now()
  const server = startLocal(port, { DATA_DIR: directory.path })
  const startMs = await firstAnswer(origin, started, () => server.child.exitCode)
  try {
    await server.ready()
    const workers = await openWorkers(origin, cookies, unitId)
    await load(workers, warmMs, 1000)
    const calm = await load(workers, seconds * 1000, 1000)
    const atOnce = await load(workers, 0, 0)
    const most = await load(workers, seconds * 1000, 0)
    for (const { connection } of workers) connection.close()
    const longest = Math.max(...atOnce.times)
    return [
      { name: 'P8 start to first answer on an existing store', value: startMs, unit: 'ms', budget: 2000 },
      ...figures('200 connections asking once a second', calm, 150),
      { name: 'P8 200 connections asking at the same moment: longest', value: longest, unit: 'ms' },
      ...figures('200 connections asking without a pause', most),
    ]
  } finally {
    server.child.kill('SIGTERM')
    await server.ended
    directory.remove()
  }
}

function figures(what: string, { times, writes, failed, ms }: Load, budget?: number): Figure[] {
  return [
    { name: `P8 ${what}: answers`, value: times.length / (ms / 1000), unit: 'a second' },
    { name: `P8 ${what}: writes`, value: (writes / times.length) * 100, unit: '%' },
    { name: `P8 ${what}: p50`, value: percentile(times, 0.5), unit: 'ms' },
    { name: `P8 ${what}: p99`, value: percentile(times, 0.99), unit: 'ms', ...(budget && { budget }) },
    { name: `P8 ${what}: errors`, value: failed, unit: 'answers', budget: 0 },
  ]
}

/** Gives every connection a session of the person who keeps the equipment of a unit. */
async function prepare(dir: string, origin: string): Promise<{ cookies: string[]; unitId: string }> {
  const product = await openBenchProduct(dir, async () => {})
  const { store } = product.core.deps
  const sessions = createSessions({ store, now: createClock(Date.now).now })
  const { directory } = product.core
  const it = (await directory.find('it')) as string
  const [grant] = (await directory.actor(it, 'sv'))?.grants ?? []
  if (!grant) throw new Error('nobody keeps equipment')
  const secrets = await Promise.all(Array.from({ length: connections }, () => sessions.start(it, 'sv')))
  await product.close()
  const cookies = secrets.map((secret) => createSessionCookies(origin).setSession(secret).split(';')[0] as string)
  return { cookies, unitId: grant.scopeOrgUnitId }
}

async function firstAnswer(origin: string, started: number, exitCode: () => number | null): Promise<number> {
  for (;;) {
    const answered = await fetch(`${origin}/api/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (answered) return performance.now() - started
    if (exitCode() !== null) throw new Error('the server ended before it answered')
    await sleep(5)
  }
}

/** Ten pieces of the unit's equipment for each connection, all different, that it may edit. */
async function openWorkers(origin: string, cookies: readonly string[], unitId: string): Promise<Worker[]> {
  const all = cookies.map((cookie) => openConnection(origin, { Cookie: cookie }))
  const [first] = all as [Connection]
  const ids: string[] = []
  for (let cursor: string | undefined, more = true; more;) {
    const { body } = await first.ask(
      'GET',
      `/api/equipment?orgUnit=${unitId}&state=inOperation&limit=200${cursor ? `&cursor=${cursor}` : ''}`,
    )
    const page = JSON.parse(body) as { items: { id: string }[]; next?: string }
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.next
    more = cursor !== undefined && ids.length < connections * ownEach
  }
  const workers: Worker[] = []
  for (const [at, connection] of all.entries()) {
    const mine = ids.slice(at * ownEach, (at + 1) * ownEach)
    const own = await Promise.all(mine.map((id) => read(connection, id)))
    if (own.length < ownEach || own.some(({ allowed }) => !allowed.includes('edit'))) throw new Error('nothing to edit')
    workers.push({ connection, own })
  }
  return workers
}

async function read(connection: Connection, id: string): Promise<Worker['own'][number]> {
  const { body } = await connection.ask('GET', `/api/equipment/${id}`)
  const { revision, data, allowed } = JSON.parse(body) as Omit<Worker['own'][number], 'id'>
  return { id, revision, data, allowed }
}

interface Load {
  times: number[]
  writes: number
  failed: number
  ms: number
}

/** All workers ask for so long. @param pauseMs mean time between two requests of one connection */
async function load(workers: readonly Worker[], forMs: number, pauseMs: number): Promise<Load> {
  const started = performance.now()
  const times: number[] = []
  let writes = 0
  const failures = new Map<string, number>()
  const work = async (worker: Worker, at: number): Promise<void> => {
    const dice = createDice(seedOf(at))
    await sleep(dice() * pauseMs)
    do {
      const asked = performance.now()
      const { name, status, ms } = await request(worker, dice)
      times.push(ms)
      if (name === 'write') writes += 1
      if (status >= 400) failures.set(`${name} ${status}`, (failures.get(`${name} ${status}`) ?? 0) + 1)
      if (pauseMs > 0) await sleep(Math.max(0, 2 * dice() * pauseMs - (performance.now() - asked)))
    } while (performance.now() - started < forMs)
  }
  await Promise.all(workers.map(work))
  for (const [name, count] of failures) console.error(`${name}: ${count}`)
  return { times, writes, failed: [...failures.values()].reduce((a, b) => a + b, 0), ms: performance.now() - started }
}

/** Far apart: dice of neighbouring seeds begin alike, and all 200 would ask in the same 80 ms. */
function seedOf(at: number): number {
  return Math.imul(at + 1, 0x9e3779b1) >>> 0
}

async function request(
  { connection, own }: Worker,
  dice: () => number,
): Promise<{ name: string; status: number; ms: number }> {
  const one = own[Math.floor(dice() * own.length)] as Worker['own'][number]
  if (dice() < writesShare) {
    const data = { ...one.data, name: `Bärbar dator ${Math.floor(dice() * 1_000_000)}` }
    const answer = await connection.ask(
      'PUT',
      `/api/equipment/${one.id}`,
      { data },
      { 'If-Match': `"${one.revision}"` },
    )
    if (answer.status === 200) one.revision++
    return { name: 'write', ...answer }
  }
  const kind = dice()
  const words = ['dell', 'lat', 'skrivare', 'göteborg', 'evita', 'server', 'cosmic', 'pc']
  const path =
    kind < 0.4
      ? `/api/assets?state=${['inOperation', 'storage'][Math.floor(dice() * 2)]}`
      : kind < 0.6
        ? `/api/assets?q=${encodeURIComponent(words[Math.floor(dice() * words.length)] as string)}`
        : `/api/equipment/${one.id}`
  return { name: path.split('?')[0] as string, ...(await connection.ask('GET', path)) }
}
