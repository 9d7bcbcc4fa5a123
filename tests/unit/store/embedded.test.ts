import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../functions/store/embedded-file.ts'
import { openEmbeddedStore } from '../../../functions/store/embedded.ts'
import { ConditionFailed, StoreBusy, type Store, type Write } from '../../../functions/store/store.ts'
import { makeTemporaryDirectory } from '../../support/temporary-directory.ts'

const key = { pk: 'p', sk: 'a' }
const committer = resolve(import.meta.dirname, '..', '..', 'support', 'committer.ts')
let directory: ReturnType<typeof makeTemporaryDirectory>
let file: string

beforeEach(() => {
  directory = makeTemporaryDirectory()
  file = join(directory.path, 'store.sqlite')
})
afterEach(() => directory.remove())

function put(body: string): Write[] {
  return [{ put: { ...key, body } }]
}

function runCommitter(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [committer, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  return new Promise((done, fail) => {
    child.once('exit', (code) => (code === 0 ? done(output) : fail(new Error(`ended with ${code}`))))
  })
}

async function count(store: Store, pk: string): Promise<number> {
  const page = await store.query(pk, { limit: 1000 })
  return page.items.length
}

describe('the embedded store', () => {
  it('makes its directory and keeps everything in one file', async () => {
    const store = openEmbeddedStore({ dir: join(directory.path, 'new', 'data') })
    await store.commit(put('kept'), 't1')
    await store.close()
    expect(existsSync(join(directory.path, 'new', 'data', 'forteckna.sqlite'))).toBe(true)
    const again = openEmbeddedStore({ dir: join(directory.path, 'new', 'data') })
    expect((await again.get(key))?.body).toBe('kept')
    await again.close()
  })

  it('has SQLite write ahead, and syncs itself', async () => {
    const database = openDatabase(file)
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 1 })
    expect(database.prepare('PRAGMA page_size').get()).toEqual({ page_size: 16_384 })
    database.close()
  })

  it('shows a commit to another handle on the file at its next read', async () => {
    const [one, two] = [openEmbeddedStore({ file }), openEmbeddedStore({ file })]
    await one.commit(put('first'), 't1')
    expect((await two.get(key))?.body).toBe('first')
    await two.commit(put('second'), 't2')
    expect((await one.get(key))?.body).toBe('second')
    expect((await one.query('p')).items.map((item) => item.body)).toEqual(['second'])
    await one.close()
    expect((await two.get(key))?.body).toBe('second')
    await two.close()
  })

  it('takes the repeat of another handle’s commit as done', async () => {
    const [one, two] = [openEmbeddedStore({ file }), openEmbeddedStore({ file })]
    const create: Write[] = [{ put: { ...key, body: 1 }, if: 'absent' }]
    await one.commit(create, 't1')
    await two.commit(create, 't1')
    await expect(two.commit(create, 't2')).rejects.toThrow(ConditionFailed)
    await Promise.all([one.close(), two.close()])
  })

  it('is opened and written by several processes at once', async () => {
    const store = openEmbeddedStore({ file })
    const others = [runCommitter('x', '3', '60'), runCommitter('y', '3', '60'), runCommitter('z', '1', '60')]
    for (let round = 0; round < 40; round += 1) {
      await store.commit([{ put: { pk: 'own', sk: `${round}`, body: round } }], `own-${round}`)
    }
    for (const output of await Promise.all(others)) expect(output.trim().split('\n')).toHaveLength(61)
    const counts = await Promise.all(['own', 'x-mirror', 'y-mirror', 'z-mirror'].map((pk) => count(store, pk)))
    expect(counts).toEqual([40, 60, 60, 60])
    await store.close()
  })

  it('waits while another process holds the lock, reading on, and then commits', async () => {
    const store = openEmbeddedStore({ file })
    await store.commit(put('before'), 't1')
    const other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    const commit = store.commit(put('after'), 't2')
    await sleep(120)
    expect((await store.get(key))?.body).toBe('before')
    other.exec('COMMIT')
    other.close()
    await commit
    expect((await store.get(key))?.body).toBe('after')
    await store.close()
  })

  it('refuses as busy, with nothing written, when the lock is held too long', async () => {
    const store = openEmbeddedStore({ file, lockWaitMs: 100 })
    const other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    const commits = [store.commit(put('one'), 't1'), store.commit(put('two'), 't2')]
    for (const result of await Promise.allSettled(commits)) {
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(StoreBusy) })
    }
    other.exec('ROLLBACK')
    other.close()
    expect(await store.get(key)).toBeUndefined()
    await store.commit(put('three'), 't3')
    await store.close()
  })

  it('settles what it has accepted before it closes, and takes nothing afterwards', async () => {
    const store = openEmbeddedStore({ file })
    const commits = Array.from({ length: 1200 }, (_, index) =>
      store.commit([{ put: { pk: 'many', sk: `${index}`, body: index } }], `t${index}`),
    )
    await Promise.all([store.close(), store.close()])
    await Promise.all(commits)
    await expect(store.commit(put('late'), 'late')).rejects.toThrow('closed')
    await expect(store.get(key)).rejects.toThrow('closed')
    await expect(store.query('p')).rejects.toThrow('closed')
    const again = openEmbeddedStore({ file })
    expect(
      (
        await again.getMany([
          { pk: 'many', sk: '0' },
          { pk: 'many', sk: '1199' },
        ])
      ).length,
    ).toBe(2)
    await again.close()
  })

  it('decides the commits of one tick one after the other', async () => {
    const store = openEmbeddedStore({ file })
    const create = (body: number) => store.commit([{ put: { ...key, body }, if: 'absent' }], `t${body}`)
    const results = await Promise.allSettled([create(1), create(2), create(3)])
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(results[2]).toMatchObject({ reason: { index: 0, current: { body: 1 } } })
    await store.close()
  })

  it('forgets a token after ten minutes', async () => {
    let now = Date.UTC(2026, 10, 21)
    const store = openEmbeddedStore({ file, now: () => now })
    const create: Write[] = [{ put: { ...key, body: 1 }, if: 'absent' }]
    await store.commit(create, 't1')
    now += 9 * 60_000
    await store.commit(create, 't1')
    now += 2 * 60_000
    await expect(store.commit(create, 't1')).rejects.toThrow(ConditionFailed)
    await store.close()
  })

  it('drops an item some time after it has expired, and no other', async () => {
    let now = Date.UTC(2026, 10, 21)
    const store = openEmbeddedStore({ file, now: () => now })
    const expiresAt = now / 1000 + 60
    await store.commit(
      [{ put: { ...key, body: 'session', expiresAt } }, { put: { pk: 'p', sk: 'b', body: 'kept' } }],
      't1',
    )
    expect(await store.get(key)).toEqual({ ...key, body: 'session', expiresAt })
    now += 20 * 60_000
    await store.commit([{ put: { pk: 'p', sk: 'c', body: 'kept' } }], 't2')
    expect((await store.query('p')).items.map((item) => item.sk)).toEqual(['b', 'c'])
    await store.close()
  })

  it('hands over a damaged item as unreadable when it scans, and fails any other read of it', async () => {
    const store = openEmbeddedStore({ file })
    const long = { pk: 'p', sk: 'long', body: 'å'.repeat(2000) }
    await store.commit(
      [{ put: { ...key, body: 'short' } }, { put: long }, { put: { pk: 'p', sk: 'z', body: 1 } }],
      't1',
    )
    const vandal = new DatabaseSync(file)
    vandal.exec(`UPDATE item SET body = '"sho' WHERE sk = 'a'; UPDATE item SET body = x'00ff' WHERE sk = 'long'`)
    vandal.close()
    const { items } = await store.scan()
    expect(items).toEqual([
      { ...key, body: null, unreadable: true },
      { pk: 'p', sk: 'long', body: null, unreadable: true },
      { pk: 'p', sk: 'z', body: 1 },
    ])
    await expect(store.get(key)).rejects.toThrow('JSON')
    await expect(store.query('p')).rejects.toThrow()
    await store.close()
  })

  it('refuses a file of a newer version and a file that is no database', async () => {
    const newer = new DatabaseSync(file)
    newer.exec('PRAGMA user_version = 99')
    newer.close()
    expect(() => openEmbeddedStore({ file })).toThrow('cannot open')
    const text = join(directory.path, 'text.sqlite')
    writeFileSync(text, 'not a database, but a text of some length\n'.repeat(50))
    expect(() => openEmbeddedStore({ file: text })).toThrow('cannot open')
  })
})
