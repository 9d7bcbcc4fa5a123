import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { equipment } from '../../../functions/assets/equipment.ts'
import { createClock } from '../../../functions/clock.ts'
import { createCore, type Core } from '../../../functions/core.ts'
import { fillOrganisation } from '../../../functions/demo/fill-organisation.ts'
import { systemActor } from '../../../functions/directory/directory.ts'
import { allKinds } from '../../../functions/kinds.ts'
import { verifyStore } from '../../../functions/register/seal/verify.ts'
import { openEmbeddedStore } from '../../../functions/store/embedded.ts'
import type { Store } from '../../../functions/store/store.ts'
import { makeTemporaryDirectory } from '../../support/temporary-directory.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const root = resolve(import.meta.dirname, '../../..')
const start = '2026-11-21T12:00:00Z'
const rows = 2000
const kills = 2
const pollMs = 250
const testMs = 240_000
const directory = makeTemporaryDirectory()
const file = join(directory.path, 'lista.csv')

afterAll(() => directory.remove())

async function withStore<T>(work: (core: Core, store: Store) => Promise<T>): Promise<T> {
  const clock = createClock(Date.now, start)
  const store = openEmbeddedStore({ file: join(directory.path, 'forteckna.sqlite'), now: clock.ms })
  try {
    return await work(createCore({ store, clock, kinds: allKinds }), store)
  } finally {
    await store.close()
  }
}

/** Reads the file in, and is killed without warning when more rows are saved than that; gives its exit code, null when killed. */
async function importUntil(saved: number): Promise<number | null> {
  const command = [join(root, 'functions/import-assets.ts'), file, '--source', 'lista', '--apply']
  const env = { ...process.env, DATA_DIR: directory.path, CLOCK: start }
  const child = spawn(process.execPath, command, { env, cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  while (child.exitCode === null && (await withStore(countOf)) <= saved) await Promise.race([sleep(pollMs), ended])
  child.kill('SIGKILL')
  const [code] = await ended
  return code
}

it('an import whose process is killed again and again ends with every row once', { timeout: testMs }, async () => {
  await withStore(async ({ deps }) => void (await fillOrganisation(deps.engine, '2026-01-01')))
  const line = (at: number) => `K${at};Dator ${at};Akutmottagningen;SER-${at};Elv`
  await writeFile(
    file,
    ['Inv.nr;Datornamn;Enhet;Serienummer;Tillverkare', ...Array.from({ length: rows }, (_, at) => line(at))].join('\n'),
  )
  let saved = 0
  for (let kill = 0; kill < kills; kill++) {
    expect(await importUntil(saved)).toBeNull()
    const left = await withStore(countOf)
    expect(left).toBeGreaterThan(saved)
    expect(left).toBeLessThan(rows)
    saved = left
  }
  expect(await importUntil(rows)).toBe(0)
  await withStore(async (core, store) => {
    expect(await countOf(core)).toBe(rows)
    expect((await verifyStore(store, allKinds, sha256)).faults).toEqual([])
  })
})

async function countOf({ deps, directory: people }: Core): Promise<number> {
  const actor = systemActor(await people.tree())
  const keys = new Set<string>()
  let count = 0
  for (let cursor: string | undefined; ;) {
    const { items, next } = await deps.engine.list(equipment, { limit: 500, ...(cursor && { cursor }) }, actor)
    for (const { data, revision } of items) {
      keys.add(String(data['name']))
      expect(revision).toBe(1)
    }
    count += items.length
    if (!next) break
    cursor = next
  }
  expect(keys.size).toBe(count)
  return count
}
