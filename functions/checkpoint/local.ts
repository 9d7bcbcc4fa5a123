import { join } from 'node:path'
import type { Store } from '../store/store.ts'
import { type CheckpointReport, makeCheckpoint } from './checkpoint.ts'
import { openFolderHeads } from './folder-heads.ts'
import { openKeyFile } from './key-file-signer.ts'
import type { Heads } from './heads.ts'

/** Where the local server keeps heads, within the data directory. */
export function localHeads(dataDir: string): Heads {
  return openFolderHeads(join(dataDir, 'heads'))
}

/** The checkpoint of a data directory: once a day, however often it is called, unless `again`. Its key stands beside the data. */
export async function localCheckpoint(
  { store, dataDir, now }: { store: Store; dataDir: string; now(): string },
  again = false,
): Promise<CheckpointReport> {
  const signer = openKeyFile(join(dataDir, 'signing-key.pem'))
  return makeCheckpoint({ store, heads: localHeads(dataDir), signer, now }, again)
}
