import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import { type EmbeddedStore, openEmbeddedStore } from '../store/embedded.ts'
import { keepLogShort } from '../store/embedded-log.ts'
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
}): Promise<EmbeddedStore> {
  const { dataDir, clock, meter, fill } = options
  makeDirectory(dataDir)
  const file = join(dataDir, dataFileName)
  if (!existsSync(file)) {
    const filling = join(dataDir, `filling-${options.process ?? process.pid}.sqlite`)
    removeLeftovers(dataDir)
    removeStore(filling)
    const store = openEmbeddedStore({ file: filling, now: clock.ms })
    await fill(store).finally(() => store.close())
    takePlace(filling, file)
    removeStore(filling)
  }
  const store = openEmbeddedStore({ file, meter, now: clock.ms })
  const log = keepLogShort(file)
  return { ...store, close: () => log.close().then(() => store.close()) }
}

function makeDirectory(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
  } catch (cause) {
    throw new StartFault(`DATA_DIR cannot be written: ${dataDir}`, { cause })
  }
}

/** Never replaces a store that is there; where the file system knows no links, a copy that must not exist does the same. */
function takePlace(filled: string, file: string): void {
  const there = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST'
  try {
    linkSync(filled, file)
  } catch (error) {
    if (there(error)) return
    try {
      copyFileSync(filled, file, constants.COPYFILE_EXCL)
    } catch (failure) {
      if (!there(failure)) throw failure
    }
  }
}

const leftoverMs = 60 * 60 * 1000

/** What starts that were cut short have left behind; a start under way is younger than that. */
function removeLeftovers(dataDir: string): void {
  for (const name of readdirSync(dataDir).filter((entry) => entry.startsWith('filling-'))) {
    const path = join(dataDir, name)
    if (Date.now() - statSync(path).mtimeMs > leftoverMs) rmSync(path, { force: true })
  }
}

function removeStore(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
}
