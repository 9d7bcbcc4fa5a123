import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { inflateSync } from 'node:zlib'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClock } from '../../functions/clock.ts'
import { fillDemo } from '../../functions/demo/fill.ts'
import { allKinds } from '../../functions/kinds.ts'
import { idAt } from '../../functions/register/keys.ts'
import type { Kind } from '../../functions/register/kind.ts'
import { isDerived } from '../../functions/register/rows/derived-rows.ts'
import { verifyRecord } from '../../functions/register/seal/verify-record.ts'
import { verifyStore } from '../../functions/register/seal/verify.ts'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import { decodeAny, encodeItem, type StoredItem } from '../../functions/store/item.ts'
import type { Item } from '../../functions/store/store.ts'
import { createRandom } from '../support/faulty-store.ts'
import { memoryStore } from '../support/memory-store.ts'
import { seedFrom } from '../support/seed.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'
import { openEngine } from './stores.ts'
import { actors, thing } from './thing.ts'

/** By hand: TAMPERED_BYTES=100000. To replay: TAMPERED_SEED as printed. */
const randomBytesTried = Number(process.env['TAMPERED_BYTES'] ?? 2000)
const seed = seedFrom('TAMPERED_SEED')
const directory = makeTemporaryDirectory()
const kinds: readonly Kind<object>[] = [...allKinds, thing as unknown as Kind<object>]
afterAll(() => directory.remove())

/** All that belongs to one record: its own items, and every row that it gave. */
let belongings: Map<string, StoredItem[]>

beforeAll(async () => {
  const file = join(directory.path, 'store.sqlite')
  const store = openEmbeddedStore({ file })
  await fillDemo(store, createClock(Date.now), true)
  const engine = openEngine(store, Date.now)
  const grow = async (at: number): Promise<void> => {
    const data = { name: `Sak ${at}`, code: `K${at}`, colour: 'red', unitId: 'north', secret: 'dolt' }
    const { record } = await engine.create(thing, data, actors.editor)
    const more = { ...data, parentIds: [record.id] }
    await engine.update(thing, record.id, 1, more, actors.editor, 'därför att')
    await engine.transition(thing, record.id, 2, { transition: 'submit' }, actors.editor)
    await engine.transition(thing, record.id, 3, { transition: 'register' }, actors.approver)
  }
  for (let from = 0; from < 220; from += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, at) => grow(from + at)))
  }
  await store.close()
  const database = new DatabaseSync(file, { readOnly: true })
  const rows = database.prepare('SELECT pk, sk, body, version FROM item').all() as unknown as StoredItem[]
  database.close()
  belongings = Map.groupBy(rows, (row) => ownerOf(decodeAny(row)))
}, 120_000)

function ownerOf(item: Item): string {
  if (!isDerived(item)) return item.pk.split('#')[1] ?? ''
  return item.pk.startsWith('unique#') ? String(item.body) : idAt(item.sk)
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The faults of one record's belongings by themselves, as places; rows in other records' partitions lack their head there. */
async function faultsOf(items: readonly StoredItem[]): Promise<Set<string>> {
  const { faults } = await verifyStore(memoryStore(items.map(decodeAny)), kinds, sha256)
  return new Set(faults.map(({ pk, sk, problem }) => `${pk} ${sk} ${problem}`))
}

/** Whether putting `forged` in its place makes verification name a fault that was not there. */
async function isNoticed(
  items: readonly StoredItem[],
  forged: StoredItem,
  before: ReadonlySet<string>,
): Promise<boolean> {
  if (decodeAny(forged).unreadable) return true
  const after = await faultsOf(items.map((item) => (item.pk === forged.pk && item.sk === forged.sk ? forged : item)))
  return [...after].some((fault) => !before.has(fault))
}

function changed<T extends Uint8Array>(bytes: T, at: number, by: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at]! ^= by
  return copy
}

/** The item with one byte of what it says changed, stored again as the product would. */
function withTextByte(item: StoredItem, at: number, by: number): StoredItem {
  const text = changed(textOf(item), at, by).toString('utf8')
  try {
    return encodeItem({ ...decodeAny(item), body: JSON.parse(text) as Item['body'] })
  } catch {
    return { ...item, body: text }
  }
}

function textOf({ body }: StoredItem): Buffer {
  return typeof body === 'string' ? Buffer.from(body) : inflateSync(body)
}

function kindNamed(name: string): Kind<object> {
  return kinds.find((kind) => kind.name === name) as Kind<object>
}

/** Whether two stored forms say the same: then nothing was tampered with. */
function saysTheSame(one: StoredItem, other: StoredItem): boolean {
  return JSON.stringify(decodeAny(one)) === JSON.stringify(decodeAny(other))
}

describe('verification', () => {
  it('notices a change of every single byte of ten revisions as they are stored', async () => {
    const random = createRandom(seed)
    let tried = 0
    for (const [kind, [prefix, count]] of Object.entries({ activity: ['act_', 2], person: ['per_', 8] } as const)) {
      const records = [...belongings].filter(([id]) => id.startsWith(prefix))
      const revisions = records.flatMap(([, own]) => own.filter(({ sk }) => sk === 'rev#00000001'))
      for (const revision of revisions.slice(0, count)) {
        const record = [...belongings.values()].flat().filter(({ pk }) => pk === revision.pk)
        const bytes = Buffer.from(revision.body as string)
        for (let at = 0; at < bytes.length; at++) {
          const body = changed(bytes, at, 1 + Math.floor(random() * 255))
          const forged = { ...revision, body: typeof revision.body === 'string' ? body.toString('utf8') : body }
          tried++
          if (decodeAny(forged).unreadable || saysTheSame(forged, revision)) continue
          const items = record.map((item) => (item === revision ? forged : item)).map(decodeAny)
          const found = await verifyRecord(
            memoryStore(items),
            kindNamed(kind),
            revision.pk.split('#')[1]!,
            sha256,
            new Set(),
          )
          expect(
            found.faults.map(({ sk }) => sk),
            `${revision.pk} byte ${at}`,
          ).toContain(revision.sk)
        }
      }
    }
    console.log(`${tried} bytes; TAMPERED_SEED=${seed}`)
    expect(tried).toBeGreaterThan(5000)
  })

  it(`notices ${randomBytesTried} changes of random bytes of what a thousand revisions, their heads and rows say`, async () => {
    const random = createRandom(seed)
    const records = [...belongings].filter(([id]) => id.startsWith('thg_'))
    expect(records.flatMap(([, own]) => own.filter(({ sk }) => sk.startsWith('rev#'))).length).toBeGreaterThan(800)
    const sound = new Map<string, Set<string>>()
    const sorts = new Set<string>()
    for (let tried = 0; tried < randomBytesTried; tried++) {
      const [id, own] = records[Math.floor(random() * records.length)] as [string, StoredItem[]]
      const before = sound.get(id) ?? (await faultsOf(own))
      sound.set(id, before)
      const item = own[Math.floor(random() * own.length)] as StoredItem
      const at = Math.floor(random() * textOf(item).length)
      const forged = withTextByte(item, at, 1 + Math.floor(random() * 255))
      if (saysTheSame(forged, item)) continue
      sorts.add(item.pk.startsWith('thing#') ? item.sk.split('#')[0]! : item.pk.split('#')[0]!)
      expect(await isNoticed(own, forged, before), `${item.pk} ${item.sk} byte ${at} of seed ${seed}`).toBe(true)
    }
    expect([...sorts].toSorted()).toEqual(['exact', 'head', 'in', 'list', 'rev', 'unique', 'valid', 'word'])
  })

  it('would not notice if the hash of a revision did not cover its content', async () => {
    const [, own] = [...belongings].find(([id]) => id.startsWith('thg_')) as [string, StoredItem[]]
    const blind = async (items: readonly StoredItem[]): Promise<number> =>
      (await verifyStore(memoryStore(items.map(decodeAny)), kinds, () => '')).faults.length
    const revision = own.find(({ sk }) => sk === 'rev#00000001') as StoredItem
    const at = textOf(revision).indexOf('red')
    const forged = withTextByte(revision, at, 1)
    expect(await isNoticed(own, forged, await faultsOf(own))).toBe(true)
    expect(await blind(own.map((item) => (item === revision ? forged : item)))).toBe(await blind(own))
  })
})
