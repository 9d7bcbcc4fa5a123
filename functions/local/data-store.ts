import { accessSync, constants, existsSync, linkSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import { openEmbeddedStore } from '../store/embedded.ts'
import type { Meter } from '../store/meter.ts'
import type { Store } from '../store/store.ts'
import { StartFault } from './start-fault.ts'

/** The embedded store's file within the data directory. */
export const dataFileName = 'forteckna.sqlite'

/**
 * The store of a data directory. An empty directory is filled first, in a file beside, which takes its place only when it is
 * whole: a start that is cut short, or two at once, leave no half-filled store. Throws `StartFault` when the directory cannot be written.
 */
export async function openDataStore(options: {
  dataDir: string
  clock: Clock
  meter: Meter
  /** A name that no other process starting on the same directory has. */
  process?: string
  fill(store: Store): Promise<void>
}): Promise<Store> {
  const { dataDir, clock, meter, fill } = options
  makeDirectory(dataDir)
  const file = join(dataDir, dataFileName)
  if (!existsSync(file)) {
    const filling = join(dataDir, `filling-${options.process ?? process.pid}.sqlite`)
    removeStore(filling)
    const store = openEmbeddedStore({ file: filling, now: clock.ms })
    await fill(store)
    await store.close()
    takePlace(filling, file)
    removeStore(filling)
  }
  return openEmbeddedStore({ file, meter, now: clock.ms })
}

function makeDirectory(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch (cause) {
    throw new StartFault(`DATA_DIR cannot be written: ${dataDir}`, { cause })
  }
}

function takePlace(filled: string, file: string): void {
  try {
    linkSync(filled, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function removeStore(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
}
