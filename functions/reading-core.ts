import { hash, randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'
import { createDirectory, type Directory } from './directory/directory.ts'
import { type FileStore, noFiles } from './files/file-store.ts'
import type { ReadingDeps } from './http/deps.ts'
import type { ReadingEngine } from './register/api.ts'
import type { EngineOptions } from './register/core.ts'
import type { Outline } from './register/outline.ts'
import { createReadingEngine } from './register/reading-engine.ts'
import type { Store } from './store/store.ts'
import { createUlids } from './ulid.ts'

/** A register that is only read: what works on events or proves things, and carries nothing that records are changed by. */
export interface ReadingCore {
  deps: ReadingDeps
  directory: Directory
}

export interface CoreOptions {
  store: Store
  clock: Clock
  kinds: readonly Outline<object>[]
  furtherKind?(name: string): Promise<Outline<object> | undefined>
  /** Where files are kept; without it, none can be. */
  files?: FileStore
  /** See `EngineOptions`. */
  savesAtOnce?: number
}

/** As `createCore`, for reading alone. */
export function createReadingCore(options: CoreOptions): ReadingCore {
  return coreWith(createReadingEngine, options)
}

/** A core with one or the other engine. */
export function coreWith<E extends ReadingEngine>(
  createEngine: (options: EngineOptions) => E,
  { store, clock, kinds, furtherKind, files = noFiles, savesAtOnce }: CoreOptions,
): { deps: ReadingDeps & { engine: E }; directory: Directory } {
  const random = createRandom()
  const newUlid = createUlids(clock.ms, random)
  const engine = createEngine({
    store,
    kinds,
    ...(furtherKind && { furtherKind }),
    ...(savesAtOnce && { savesAtOnce }),
    now: clock.now,
    newId: newUlid,
    salt: () => random(saltBytes).toString('base64url'),
    sha256: (text) => hash('sha256', text),
    codes: (tree) => directory.codes(tree),
  })
  const directory = createDirectory({ store, engine, now: clock.now })
  return { deps: { store, engine, files, now: clock.now, newId: (prefix) => `${prefix}_${newUlid()}` }, directory }
}

const saltBytes = 16
const bytesDrawn = 4096

/** Random bytes, drawn many at a time: one call for each salt would cost more than the hash it is for. */
function createRandom(): (bytes: number) => Buffer {
  let pool = Buffer.alloc(0)
  return (bytes) => {
    if (pool.length < bytes) pool = randomBytes(bytesDrawn)
    const drawn = pool.subarray(0, bytes)
    pool = pool.subarray(bytes)
    return drawn
  }
}
