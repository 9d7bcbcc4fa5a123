import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createContentDigest } from '../../../functions/backup/content-digest.ts'
import { copyFilesBack } from '../../../functions/backup/copy-files.ts'
import { digestOf, restoreBackup } from '../../../functions/backup/restore-backup.ts'
import { writeBackup } from '../../../functions/backup/write-backup.ts'
import { openEmbeddedStore } from '../../../functions/store/embedded.ts'
import type { Item, Store } from '../../../functions/store/store.ts'
import { createRandom, faultyStore } from '../../support/faulty-store.ts'
import { makeTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = makeTemporaryDirectory()
afterAll(() => directory.remove())
const at = '2026-11-22T03:00:00.000Z'
let made = 0
const place = (): string => join(directory.path, String(++made))

async function open(items: readonly Item[] = []): Promise<Store> {
  const store = openEmbeddedStore({ dir: place() })
  for (let from = 0; from < items.length; from += 100) {
    await store.commit(
      items.slice(from, from + 100).map((put) => ({ put })),
      crypto.randomUUID(),
    )
  }
  return store
}

/** About 12 MB, so that there are two parts. */
const many = Array.from({ length: 300 }, (_, number): Item => ({
  pk: `thing#${number % 70}`,
  sk: `rev#${number}`,
  body: { number, text: `åäö${String.fromCodePoint(0x1f600 + (number % 40))}${'x'.repeat(40_000)}` },
  ...(number % 3 === 0 && { version: number }),
}))

describe('a backup', () => {
  it('gives the same content when it is put back, in parts', async () => {
    const [source, target, folder] = [await open(many), await open(), place()]
    const manifest = await writeBackup(source, folder, at)
    expect(manifest.items).toBe(300)
    expect(manifest.parts.length).toBeGreaterThan(1)
    const restored = await restoreBackup(target, folder)
    expect(restored).toEqual({ fits: true, digest: manifest.digest, items: 300, skipped: 0 })
    expect(await target.query('thing#5')).toEqual(await source.query('thing#5'))
    expect(await target.get({ pk: 'meta#restore', sk: 'head' })).toBeUndefined()
    await Promise.all([source.close(), target.close()])
  })

  it('takes no sign-ins along, and does not count what the database may drop', async () => {
    const expiresAt = Math.floor(Date.now() / 1000) + 3600
    const source = await open([
      { pk: 'session#abc', sk: 'head', body: 1, expiresAt },
      { pk: 'idem#per_1#k', sk: 'key', body: 2, expiresAt },
      { pk: 'thing#1', sk: 'head', body: 3 },
    ])
    const [target, folder] = [await open(), place()]
    expect(await writeBackup(source, folder, at)).toMatchObject({ items: 1 })
    expect(await restoreBackup(target, folder)).toMatchObject({ fits: true, items: 1 })
    expect(await target.get({ pk: 'session#abc', sk: 'head' })).toBeUndefined()
    expect(await target.get({ pk: 'idem#per_1#k', sk: 'key' })).toMatchObject({ body: 2, expiresAt })
    await Promise.all([source.close(), target.close()])
  })

  it('is not put into a register that holds something, unless that is said', async () => {
    const [source, folder] = [await open(many.slice(0, 10)), place()]
    const target = await open([
      { pk: 'other#1', sk: 'head', body: 'stays' },
      { ...many[0]!, body: 'goes' },
    ])
    await writeBackup(source, folder, at)
    await expect(restoreBackup(target, folder)).rejects.toThrow('not empty')
    expect(await target.get(many[0]!)).toMatchObject({ body: 'goes' })
    expect(await restoreBackup(target, folder, { over: true })).toMatchObject({ fits: false, items: 11 })
    expect(await target.get(many[0]!)).toMatchObject({ body: many[0]!.body })
    await Promise.all([source.close(), target.close()])
  })

  it('is not written over another, and says when a folder holds none that is whole', async () => {
    const [source, target, folder] = [await open(many.slice(0, 3)), await open(), place()]
    mkdirSync(folder)
    await expect(restoreBackup(target, folder)).rejects.toThrow('no whole backup')
    writeFileSync(join(folder, 'mine.txt'), 'mine')
    await expect(writeBackup(source, folder, at)).rejects.toThrow('is not empty')
    await Promise.all([source.close(), target.close()])
  })

  it('is refused when a byte of it has changed', async () => {
    const [source, target, folder] = [await open(many.slice(0, 3)), await open(), place()]
    const { parts } = await writeBackup(source, folder, at)
    const file = join(folder, parts[0]!.name)
    const bytes = readFileSync(file)
    bytes[bytes.length >> 1]! ^= 1
    writeFileSync(file, bytes)
    await expect(restoreBackup(target, folder)).rejects.toThrow('not the part that was saved')
    await Promise.all([source.close(), target.close()])
  })

  it('goes on where it was when putting it back was cut short', async () => {
    const [source, target, folder] = [await open(many), await open(), place()]
    const { parts, digest } = await writeBackup(source, folder, at)
    let left = 10
    const dying: Store = {
      ...target,
      commit: async (writes, token) => {
        if (left-- === 0) throw new Error('the power went')
        return target.commit(writes, token)
      },
    }
    await expect(restoreBackup(dying, folder, { lanes: 1 })).rejects.toThrow('the power went')
    expect(await restoreBackup(target, folder)).toEqual({ fits: true, digest, items: 300, skipped: parts.length - 1 })
    await Promise.all([source.close(), target.close()])
  })

  it('is put back whole over a store where one call in twenty fails', async () => {
    const [source, target, folder] = [await open(many), await open(), place()]
    const { digest } = await writeBackup(source, folder, at)
    const faults = { busy: 0, timeoutBefore: 0.025, timeoutAfter: 0.025, death: 0, truncated: 0.05 }
    const failing = { ...faultyStore(target, faults, createRandom(7)), get: target.get, scan: target.scan }
    expect(await restoreBackup(failing, folder)).toMatchObject({ fits: true, digest })
    await Promise.all([source.close(), target.close()])
  })

  it('has files beside the store, and refuses one that has changed', async () => {
    const [source, folder, files, back] = [await open(many.slice(0, 3)), place(), place(), place()]
    mkdirSync(join(files, 'documents/agr_1'), { recursive: true })
    writeFileSync(join(files, 'documents/agr_1/avtal.pdf'), 'pdf')
    writeFileSync(join(files, 'half.part'), 'half')
    const manifest = await writeBackup(source, folder, at, { files, heads: join(files, 'none') })
    expect(manifest.files.map(({ path }) => path)).toEqual(['files/documents/agr_1/avtal.pdf'])
    copyFilesBack(manifest.files, folder, back)
    expect(readFileSync(join(back, 'files/documents/agr_1/avtal.pdf'), 'utf8')).toBe('pdf')
    writeFileSync(join(folder, 'files/documents/agr_1/avtal.pdf'), 'other')
    expect(() => copyFilesBack(manifest.files, folder, back)).toThrow('not the file that was saved')
    expect(readdirSync(folder)).not.toContain('heads')
    await source.close()
  })
})

describe('the digest of content', () => {
  it('is the same in any order and another for any change', async () => {
    const digest = (items: readonly Item[]): string => {
      const sum = createContentDigest()
      for (const item of items) sum.add(item)
      return sum.value()
    }
    const items = many.slice(0, 5)
    expect(digest(items.toReversed())).toBe(digest(items))
    expect(digest(items.slice(1))).not.toBe(digest(items))
    expect(digest([{ ...items[0]!, version: 99 }, ...items.slice(1)])).not.toBe(digest(items))
    const store = await open(items)
    expect((await digestOf(store)).digest).toBe(digest(items))
    await store.close()
  })
})
