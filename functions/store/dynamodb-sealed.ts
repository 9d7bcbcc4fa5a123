import { openTable, type TableOptions } from './dynamodb-access.ts'
import { createBatchReader } from './dynamodb-batch.ts'
import { scanTable } from './dynamodb-scan.ts'
import type { SealedStore } from './store.ts'

/** What sealing the history reads, and nothing that could change it: neither in the role of its function nor in its code. */
export function openSealedTable(options: TableOptions): SealedStore {
  const access = openTable(options)
  return { getMany: createBatchReader(access), scan: (after, only) => scanTable(access, after, only) }
}
