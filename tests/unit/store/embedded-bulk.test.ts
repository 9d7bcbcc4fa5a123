import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openEmbeddedStore } from '../../../functions/store/embedded.ts'
import { openBulkStore } from '../../../functions/store/embedded-bulk.ts'

it('reads that share a transaction see what anybody has committed before they were asked for', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'forteckna-bulk-'))
  const bulk = openBulkStore({ dir })
  const other = openEmbeddedStore({ dir })
  const key = { pk: 'a', sk: 'b' }
  try {
    for (let body = 0; body < 100; body++) {
      const first = [bulk.get(key), bulk.query('a'), bulk.getMany([key])]
      await (body % 2 === 0 ? other : bulk).commit([{ put: { ...key, body } }], `token-${body}`)
      const [one, page, some] = await Promise.all([bulk.get(key), bulk.query('a'), bulk.getMany([key])])
      expect([one?.body, page.items[0]?.body, some[0]?.body]).toEqual([body, body, body])
      await Promise.all(first)
    }
    expect(bulk.forget(0)).toBe(true)
  } finally {
    await bulk.close()
    await other.close()
    await rm(dir, { recursive: true })
  }
})
