import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClock } from '../../functions/clock.ts'
import { fillDemo } from '../../functions/demo/fill.ts'
import { allKinds } from '../../functions/kinds.ts'
import type { Fault } from '../../functions/register/seal/verify-record.ts'
import { verifyStore } from '../../functions/register/seal/verify.ts'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'

let dir: string
let file: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'forteckna-tamper-'))
  file = join(dir, 'store.sqlite')
  const store = openEmbeddedStore({ file, now: Date.now })
  await fillDemo(store, createClock(Date.now), true)
  await store.close()
})
afterAll(() => rm(dir, { recursive: true, force: true }))

interface Place {
  pk: string
  sk: string
  body: string | Uint8Array
}

/** Writes straight into the file, behind the product's back, verifies, and takes it back. */
async function faultsAfter(
  change: (database: DatabaseSync) => void,
  undo: (database: DatabaseSync) => void,
): Promise<Fault[]> {
  const database = new DatabaseSync(file)
  change(database)
  const store = openEmbeddedStore({ file, now: Date.now })
  const { faults } = await verifyStore(store, allKinds, (text) => createHash('sha256').update(text).digest('hex'))
  await store.close()
  undo(database)
  database.close()
  return faults
}

function find(where: string): Place {
  const database = new DatabaseSync(file)
  const place = database
    .prepare(`SELECT pk, sk, body FROM item WHERE ${where} ORDER BY length(body) DESC LIMIT 1`)
    .get()
  database.close()
  if (!place) throw new Error(`nothing where ${where}`)
  return place as unknown as Place
}

/** Flips the lowest bit of one byte of a stored body. */
function flipped(body: string | Uint8Array, at: number): string | Uint8Array {
  const bytes = Buffer.from(body as string)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return typeof body === 'string' ? bytes.toString('latin1') : bytes
}

function put({ pk, sk }: Place, body: string | Uint8Array): (database: DatabaseSync) => void {
  return (database) => database.prepare('UPDATE item SET body = ? WHERE pk = ? AND sk = ?').run(body, pk, sk)
}

const sorts = {
  head: "pk LIKE 'activity#%' AND sk = 'head'",
  revision: "pk LIKE 'activity#%' AND sk LIKE 'rev#%'",
  'plain revision': "pk LIKE 'person#%' AND sk LIKE 'rev#%'",
  validity: "sk LIKE 'valid#%'",
  list: "pk LIKE 'list#act#%'",
  'working list': "pk LIKE 'list#act~work#%'",
  word: "pk LIKE 'word#act#%'",
  link: "sk LIKE 'in#%'",
  unique: "pk LIKE 'unique#%'",
  exact: "pk LIKE 'exact#%'",
  due: "pk LIKE 'due#%'",
}

describe('verify', () => {
  it('finds nothing wrong with what the product wrote', async () => {
    expect(
      await faultsAfter(
        () => {},
        () => {},
      ),
    ).toEqual([])
  })

  for (const [sort, where] of Object.entries(sorts)) {
    it(`names a ${sort} row in which any byte was flipped`, async () => {
      const place = find(where)
      const { length } = Buffer.from(place.body as string)
      const positions = new Set([0, Math.floor(length / 3), Math.floor((2 * length) / 3), length - 1])
      for (const at of positions) {
        const faults = await faultsAfter(put(place, flipped(place.body, at)), put(place, place.body))
        expect(
          faults.map(({ pk, sk }) => `${pk} ${sk}`),
          `byte ${at} of ${length}`,
        ).toContain(`${place.pk} ${place.sk}`)
      }
    }, 60_000)

    it(`misses a ${sort} row that was taken away`, async () => {
      const place = find(where)
      const database = new DatabaseSync(file)
      const row = database.prepare('SELECT * FROM item WHERE pk = ? AND sk = ?').get(place.pk, place.sk) as {
        [column: string]: string
      }
      database.close()
      const columns = Object.keys(row)
      const faults = await faultsAfter(
        (open) => open.prepare('DELETE FROM item WHERE pk = ? AND sk = ?').run(place.pk, place.sk),
        (open) =>
          open
            .prepare(`INSERT INTO item (${columns.join()}) VALUES (${columns.map(() => '?').join()})`)
            .run(...Object.values(row)),
      )
      expect(faults.length).toBeGreaterThan(0)
    })
  }

  it('names a row that belongs to no record, and a sort of item that the product does not know', async () => {
    const add = (pk: string, sk: string) => (database: DatabaseSync) =>
      database.prepare("INSERT INTO item (pk, sk, body) VALUES (?, ?, '1')").run(pk, sk)
    const remove = (pk: string, sk: string) => (database: DatabaseSync) =>
      database.prepare('DELETE FROM item WHERE pk = ? AND sk = ?').run(pk, sk)
    const stray = ['list#act#all', 'zzz#act_x'] as const
    expect(await faultsAfter(add(...stray), remove(...stray))).toEqual([
      { pk: stray[0], sk: stray[1], problem: 'row-stray' },
    ])
    const odd = ['diary#1', 'x'] as const
    expect(await faultsAfter(add(...odd), remove(...odd))).toEqual([{ pk: odd[0], sk: odd[1], problem: 'unknown' }])
  })
})
