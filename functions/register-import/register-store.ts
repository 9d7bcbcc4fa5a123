import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createClock } from '../clock.ts'
import { type Core, createCore } from '../core.ts'
import { openFolder } from '../files/folder.ts'
import { allKinds } from '../kinds.ts'
import { openBulkStore } from '../store/embedded-bulk.ts'
import type { Store } from '../store/store.ts'

/** An open register beside a server that may be running on the same directory. */
export interface OpenRegister {
  core: Core
  store: Store
  close(): Promise<void>
}

/** What is written in a thread of its own does not keep anybody waiting, and shares the more syncs to disk. */
const savesAtOnce = 500

/** Opens the register in a data directory, for whoever writes much; undefined when there is none yet. */
export function openRegister(dataDir: string, start?: string): OpenRegister | undefined {
  const file = join(dataDir, 'forteckna.sqlite')
  if (!existsSync(file)) return undefined
  const clock = createClock(Date.now, start)
  const store = openBulkStore({ file, now: clock.ms })
  return {
    core: createCore({ store, clock, kinds: allKinds, files: openFolder(join(dataDir, 'files')), savesAtOnce }),
    store,
    close: () => store.close(),
  }
}
