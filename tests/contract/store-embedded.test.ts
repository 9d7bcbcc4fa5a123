import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import { describeCommits } from './store-commits.ts'
import { describeReads } from './store-reads.ts'
import type { Adapter } from './store.ts'

const root = mkdtempSync(join(tmpdir(), 'forteckna-contract-'))
let count = 0

const embedded: Adapter = {
  name: 'embedded',
  available: true,
  open: async (meter) => openEmbeddedStore({ dir: join(root, String(count++)), meter }),
}

afterAll(() => rmSync(root, { recursive: true }))

describeReads(embedded)
describeCommits(embedded)
