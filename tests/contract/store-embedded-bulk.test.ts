import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openBulkStore } from '../../functions/store/embedded-bulk.ts'
import { describeCommits } from './store-commits.ts'
import type { Adapter } from './store.ts'

const root = mkdtempSync(join(tmpdir(), 'forteckna-contract-bulk-'))
let count = 0

const bulk: Adapter = {
  name: 'embedded, writing in a thread',
  available: true,
  open: async (meter) => openBulkStore({ dir: join(root, String(count++)), meter }),
}

afterAll(() => rmSync(root, { recursive: true }))

describeCommits(bulk)
