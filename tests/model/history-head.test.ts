import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { faultsAgainstHead } from '../../functions/checkpoint/against-head.ts'
import { makeCheckpoint } from '../../functions/checkpoint/checkpoint.ts'
import { openFolderHeads } from '../../functions/checkpoint/folder-heads.ts'
import type { SignedHead } from '../../functions/checkpoint/head.ts'
import { leavesName } from '../../functions/checkpoint/heads.ts'
import { openKeyFile } from '../../functions/checkpoint/key-file-signer.ts'
import { localCheckpoint } from '../../functions/checkpoint/local.ts'
import type { Kind } from '../../functions/register/kind.ts'
import { verifyStore } from '../../functions/register/seal/verify.ts'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import type { Item, Json, Store, Write } from '../../functions/store/store.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'
import { openEngine } from './stores.ts'
import { actors, thing } from './thing.ts'

const directory = makeTemporaryDirectory()
let made = 0
afterAll(() => directory.remove())

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const id = (at: number): string => `thg_${String(at).padStart(26, '0')}`
const now = (): string => '2026-11-22T04:00:00.000Z'
const system = { ...actors.editor, system: true as const }

/** A register of ten records with two revisions each; `name` is what record 3 is called. */
async function open(name: string, revisions = 2): Promise<{ store: Store; dataDir: string }> {
  const dataDir = join(directory.path, String(++made))
  const store = openEmbeddedStore({ dir: dataDir })
  const engine = openEngine(store, Date.now)
  for (let at = 0; at < 10; at++) {
    const data = { name: at === 3 ? name : `Sak ${at}`, code: `K${at}` }
    await engine.create(thing, data, system, { id: id(at) })
    if (at === 3 && revisions < 2) continue
    await engine.update(thing, id(at), 1, { ...data, colour: 'red' }, system)
  }
  return { store, dataDir }
}

async function everything(store: Store): Promise<Item[]> {
  const { items } = await store.scan()
  return items
}

/** Makes everything about one record what it is in another register, so that the store is sound in itself again. */
async function replaceRecord(store: Store, record: string, other: readonly Item[]): Promise<void> {
  const isOf = ({ pk, sk, body }: Item): boolean => pk.includes(record) || sk.endsWith(record) || body === record
  const [gone, come] = [(await everything(store)).filter(isOf), other.filter(isOf)]
  for (const { pk, sk } of gone) await store.commit([{ delete: { pk, sk } }], crypto.randomUUID())
  for (const put of come) await store.commit([{ put }], crypto.randomUUID())
}

async function ownFaults(store: Store): Promise<string[]> {
  const { faults } = await verifyStore(store, [thing as unknown as Kind<object>], sha256)
  return faults.map(({ pk, sk, problem }) => `${problem}: ${pk} | ${sk}`)
}

async function sealed() {
  const { store, dataDir } = await open('Sak 3')
  const { head } = await localCheckpoint({ store, dataDir, now: () => '2026-11-22T03:00:00.000Z' })
  const file = join(dataDir, 'heads/00000001.json')
  expect(await faultsAgainstHead(store, file)).toEqual([])
  return { store, dataDir, head, file }
}

/** A sealed register with two comments and three reads of secrets two days before, and what `change` makes of one of its items. */
async function commented() {
  const { store, dataDir } = await open('Sak 3')
  const engine = openEngine(store, () => Date.parse('2026-11-20T10:00:00.000Z'))
  const noted = await engine.comment(thing, id(1), { text: 'Stämmer detta?' }, actors.editor)
  await engine.comment(thing, id(1), { text: 'Ja.' }, actors.editor)
  const { record } = await engine.create(thing, { name: 'Hemlig', secret: 'dolt' }, actors.editor)
  for (let reads = 0; reads < 3; reads++) await engine.get(thing, record.id, actors.editor)
  const { head } = await localCheckpoint({ store, dataDir, now: () => '2026-11-22T03:00:00.000Z' })
  const faults = () => faultsAgainstHead(store, join(dataDir, 'heads/00000001.json'))
  expect(await faults()).toEqual([])
  const commit = (write: Write) => store.commit([write], crypto.randomUUID())
  const reads = (await store.query('readlog#2026-11-20')).items
  expect(reads.length).toBeGreaterThanOrEqual(3)
  return { store, engine, head, faults, commit, reads, note: `thing#${id(1)}#note#${noted.id}` }
}

describe('an exported head', () => {
  it('shows a record that was taken away without a trace', async () => {
    const { store, file } = await sealed()
    await replaceRecord(store, id(3), [])
    expect(await ownFaults(store)).toEqual([])
    expect(await faultsAgainstHead(store, file)).toEqual([`record-missing: thing#${id(3)} revision 2`])
    await store.close()
  })

  it('shows a history that was written anew with hashes that fit', async () => {
    const { store, file } = await sealed()
    const forged = await open('Sak 4 b')
    await replaceRecord(store, id(3), await everything(forged.store))
    expect(await ownFaults(store)).toEqual([])
    expect(await faultsAgainstHead(store, file)).toEqual([`history-rewritten: thing#${id(3)} revision 2`])
    const engine = openEngine(store, Date.now)
    await engine.update(thing, id(3), 2, { name: 'Ännu senare' }, system)
    expect(await ownFaults(store)).toEqual([])
    expect(await faultsAgainstHead(store, file)).toEqual([`history-rewritten: thing#${id(3)} revision 2`])
    await Promise.all([store.close(), forged.store.close()])
  })

  it('shows a history whose end was cut off', async () => {
    const { store, file } = await sealed()
    const shorter = await open('Sak 3', 1)
    await replaceRecord(store, id(3), await everything(shorter.store))
    expect(await ownFaults(store)).toEqual([])
    expect(await faultsAgainstHead(store, file)).toEqual([`history-cut: thing#${id(3)} revision 2`])
    await Promise.all([store.close(), shorter.store.close()])
  })

  it('shows a comment of which a single byte was changed, or that was taken away', async () => {
    const { store, faults, commit, note } = await commented()
    const key = { pk: `thing#${id(1)}`, sk: note.slice(note.indexOf('note#')) }
    const sound = (await store.get(key)) as Item
    const text = JSON.stringify(sound.body)
    for (let at = 0; at < text.length; at++) {
      const body = parsed(text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1))
      if (body === undefined) continue
      await commit({ put: { ...sound, body } })
      expect(await faults(), `byte ${at}`).toEqual([`history-rewritten: ${note} revision 1`])
    }
    await commit({ delete: key })
    expect(await faults()).toEqual([`record-missing: ${note} revision 1`])
    await store.close()
  })

  it('shows a day of the read log of which an entry was changed, taken away or added', async () => {
    const { store, faults, commit, reads } = await commented()
    const [first] = reads as [Item]
    const day = (problem: string) => [`${problem}: readlog#2026-11-20 revision ${reads.length}`]
    await commit({ put: { ...first, body: { ...(first.body as object), by: 'per_other' } } })
    expect(await faults()).toEqual(day('history-rewritten'))
    await commit({ put: first })
    expect(await faults()).toEqual([])
    await commit({ put: { ...first, sk: `${first.sk}x` } })
    expect(await faults()).toEqual(day('history-rewritten'))
    await commit({ delete: { pk: first.pk, sk: `${first.sk}x` } })
    await commit({ delete: first })
    expect(await faults()).toEqual(day('history-cut'))
    for (const { pk, sk } of reads) await commit({ delete: { pk, sk } })
    expect(await faults()).toEqual(day('record-missing'))
    await store.close()
  })

  it('takes comments without a salt, as they were stored before, and says nothing of those that come after it', async () => {
    const { store, engine, faults, head, commit } = await commented()
    const old = { id: '01K', at: '2026-11-19T10:00:00.000Z', by: 'per_1', text: 'Från förr' }
    await commit({ put: { pk: `thing#${id(2)}`, sk: 'note#01K', body: old } })
    await engine.comment(thing, id(1), { text: 'Nytt' }, actors.editor)
    expect(await faults()).toEqual([])
    expect((await engine.comments(thing, id(2), actors.editor)).items).toEqual([old])
    expect(JSON.stringify(await engine.comments(thing, id(1), actors.editor))).not.toContain('salt')
    const next = openFolderHeads(join(directory.path, 'next'))
    const again = await makeCheckpoint({
      store,
      heads: next,
      signer: openKeyFile(join(directory.path, 'key.pem')),
      now,
    })
    expect(again.head.records).toBe(head.records + 2)
    await commit({ put: { pk: `thing#${id(2)}`, sk: 'note#01K', body: { ...old, text: 'Från nyss' } } })
    const place = join(directory.path, 'next/00000001.json')
    expect(await faultsAgainstHead(store, place)).toEqual([`history-rewritten: thing#${id(2)}#note#01K revision 1`])
    await store.close()
  })

  it('says nothing of what has come since', async () => {
    const { store, file } = await sealed()
    const engine = openEngine(store, Date.now)
    await engine.create(thing, { name: 'Ny' }, system)
    await engine.update(thing, id(5), 2, { name: 'Ändrad' }, system)
    expect(await faultsAgainstHead(store, file)).toEqual([])
    await store.close()
  })

  it('is itself proof against a change of any byte, of its leaves too', async () => {
    const { store, head, file, dataDir } = await sealed()
    const copy = join(dataDir, 'copy')
    cpSync(join(dataDir, 'heads'), copy, { recursive: true })
    for (const name of ['00000001.json', leavesName(head)]) {
      const sound = readFileSync(join(dataDir, 'heads', name))
      for (let at = 0; at < sound.length; at++) {
        const forged = Buffer.from(sound)
        forged[at]! ^= 1
        writeFileSync(join(copy, name), forged)
        if (name.endsWith('.json') ? isSameHead(forged, head) : isSameText(forged, sound)) continue
        const faults = await faultsAgainstHead(store, join(copy, '00000001.json')).catch(() => ['no head'])
        expect(faults, `${name} byte ${at}`).not.toEqual([])
      }
      writeFileSync(join(copy, name), sound)
    }
    expect(await faultsAgainstHead(store, file)).toEqual([])
    await store.close()
  })

  it('must be signed with the key that was published, and follow the head before it', async () => {
    const { store, dataDir, file } = await sealed()
    const other = await sealed()
    const engine = openEngine(store, Date.now)
    await engine.update(thing, id(1), 2, { name: 'Ändrad' }, system)
    await localCheckpoint({ store, dataDir, now: () => '2026-11-23T03:00:00.000Z' })
    const second = join(dataDir, 'heads/00000002.json')
    expect(await faultsAgainstHead(store, second)).toEqual([])
    expect(await faultsAgainstHead(store, second, pem(other.head))).toHaveLength(1)
    writeFileSync(file, JSON.stringify({ ...other.head, day: '2026-11-22' }))
    expect((await faultsAgainstHead(store, second)).map((fault) => fault.split(':')[0])).toEqual(['heads-broken'])
    await Promise.all([store.close(), other.store.close()])
  })

  it('needs its leaves', async () => {
    const { store, dataDir, file } = await sealed()
    const alone = join(dataDir, 'alone')
    mkdirSync(alone)
    cpSync(file, join(alone, '00000001.json'))
    expect((await faultsAgainstHead(store, join(alone, '00000001.json')))[0]).toMatch(/^leaves-missing/)
    await store.close()
  })
})

/** The text as JSON; undefined when it is none. */
function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

function pem(head: SignedHead): string {
  return `-----BEGIN PUBLIC KEY-----\n${head.publicKey}\n-----END PUBLIC KEY-----\n`
}

/** A changed space or an equal way to write a base64 sign says nothing else. */
function isSameHead(forged: Buffer, head: SignedHead): boolean {
  try {
    const read = JSON.parse(forged.toString('utf8')) as SignedHead
    const same = Buffer.from(read.signature, 'base64').equals(Buffer.from(head.signature, 'base64'))
    return JSON.stringify({ ...read, signature: '' }) === JSON.stringify({ ...head, signature: '' }) && same
  } catch {
    return false
  }
}

/** Deflate and its header leave bits free that say nothing. */
function isSameText(forged: Buffer, sound: Buffer): boolean {
  try {
    return gunzipSync(forged).equals(gunzipSync(sound))
  } catch {
    return false
  }
}
