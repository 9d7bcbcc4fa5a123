import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { verifyStore } from '../../functions/register/seal/verify.ts'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import type { Store } from '../../functions/store/store.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'
import { openEngine } from './stores.ts'
import { actors, thing } from './thing.ts'

const kills = 50
const partitions = [0, 1, 2, 3, 4]
const registerKills = 10
const committer = resolve(import.meta.dirname, '..', 'support', 'committer.ts')
const registrar = resolve(import.meta.dirname, 'registrar.ts')
const directory = makeTemporaryDirectory()

afterAll(() => directory.remove())

/** Lets a process work until it has acknowledged two changes and then for a while, kills it without warning and tells what it had acknowledged, a line each. */
async function workUntilKilled(command: string[], runMs: number): Promise<Set<string>> {
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged = new Set<string>()
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => acknowledged.add(line))
  const ended = once(lines, 'close')
  while (acknowledged.size < 3) await once(lines, 'line')
  await sleep(runMs)
  child.kill('SIGKILL')
  await ended
  acknowledged.delete('open')
  return acknowledged
}

async function pairsIn(store: Store, pk: string, side: string): Promise<Set<string>> {
  const found = new Set<string>()
  for (let after: string | undefined; ;) {
    const page = await store.query(pk, { after, limit: 1000 })
    for (const item of page.items) {
      const { pair } = item.body as { pair: number }
      expect(item.sk).toBe(`${pair}#${side}`)
      found.add(String(pair))
    }
    if (page.next === undefined) return found
    after = page.next
  }
}

it(`loses nothing acknowledged and halves nothing in ${kills} deaths under load`, async () => {
  const file = join(directory.path, 'pairs.sqlite')
  let acknowledgedInAll = 0
  let unacknowledgedInAll = 0
  let slowestOpenMs = 0
  for (let round = 0; round < kills; round += 1) {
    const name = `round-${round}`
    const acknowledged = await workUntilKilled([committer, file, name, '6'], 5 + ((round * 53) % 160))
    const start = performance.now()
    const store = openEmbeddedStore({ file })
    await store.commit([{ put: { pk: 'served', sk: name, body: round } }], name)
    slowestOpenMs = Math.max(slowestOpenMs, performance.now() - start)
    const lefts = await Promise.all(partitions.map((part) => pairsIn(store, `${name}#${part}`, 'left')))
    const left = new Set(lefts.flatMap((pairs) => [...pairs]))
    const right = await pairsIn(store, `${name}-mirror`, 'right')
    expect(left).toEqual(right)
    expect([...acknowledged].filter((pair) => !left.has(pair))).toEqual([])
    acknowledgedInAll += acknowledged.size
    unacknowledgedInAll += left.size - acknowledged.size
    await store.close()
  }
  const database = new DatabaseSync(file)
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  database.close()
  expect(acknowledgedInAll).toBeGreaterThan(kills)
  expect(slowestOpenMs).toBeLessThan(2000)
  console.log(
    `${kills} kills: ${acknowledgedInAll} acknowledged commits, all there; ${unacknowledgedInAll} more committed; ` +
      `slowest reopening with its first commit ${slowestOpenMs.toFixed(0)} ms`,
  )
})

it(`keeps whole records with their history in ${registerKills} deaths of a process that registers`, async () => {
  const file = join(directory.path, 'register.sqlite')
  const acknowledged = new Map<string, number>()
  for (let round = 0; round < registerKills; round += 1) {
    for (const line of await workUntilKilled([registrar, file, `round${round}`], 60 + round * 20)) {
      const [id = '', revision] = line.split(' ')
      acknowledged.set(id, Math.max(Number(revision), acknowledged.get(id) ?? 0))
    }
  }
  const store = openEmbeddedStore({ file })
  const engine = openEngine(store, Date.now)
  for (const [id, revision] of acknowledged) {
    const { record } = await engine.get(thing, id, actors.editor)
    expect(record.revision).toBeGreaterThanOrEqual(revision)
  }
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const report = await verifyStore(store, [thing], sha256)
  expect(report.faults).toEqual([])
  expect(report.records).toBeGreaterThanOrEqual(acknowledged.size)
  expect(acknowledged.size).toBeGreaterThan(registerKills)
  await store.close()
})
