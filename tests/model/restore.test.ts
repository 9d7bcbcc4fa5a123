import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { restoreBackup } from '../../functions/backup/restore-backup.ts'
import { writeBackup } from '../../functions/backup/write-backup.ts'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import type { Store } from '../../functions/store/store.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'
import { openEngine, openHandles } from './stores.ts'
import { actors, thing } from './thing.ts'

/** By hand: RESTORE_RECORDS=3000. */
const records = Number(process.env['RESTORE_RECORDS'] ?? 100)
const endpoint = inject('dynamodbEndpoint')
const directory = makeTemporaryDirectory()
afterAll(() => directory.remove())

async function filled(): Promise<Store> {
  const store = openEmbeddedStore({ dir: join(directory.path, 'source') })
  const engine = openEngine(store, Date.now)
  for (let at = 0; at < records; at += 100) {
    const items = Array.from({ length: Math.min(100, records - at) }, (_, number) => ({
      data: { name: `Sak ${at + number}`, code: `K${at + number}`, unitId: 'north' },
    }))
    await engine.saveMany(thing, items, actors.editor)
  }
  return store
}

describe.skipIf(!endpoint)('a backup put into DynamoDB', () => {
  it(`has the digest of the embedded register of ${records} records, and so has the one put back`, async () => {
    const source = await filled()
    const [table] = (await openHandles(endpoint, directory.path, 1)) as [Store]
    const [there, back] = [join(directory.path, 'there'), join(directory.path, 'back')]
    const at = new Date().toISOString()
    const { digest, items } = await writeBackup(source, there, at)
    expect(items).toBeGreaterThan(records * 5)
    const started = performance.now()
    expect(await restoreBackup(table, there)).toMatchObject({ fits: true, digest, items })
    console.log(`${items} items into DynamoDB Local in ${Math.round(performance.now() - started)} ms`)
    expect(await writeBackup(table, back, at)).toMatchObject({ digest, items })
    const again = openEmbeddedStore({ dir: join(directory.path, 'again') })
    expect(await restoreBackup(again, back)).toMatchObject({ fits: true, digest, items })
    await Promise.all([source, table, again].map((store) => store.close()))
  })
})
