import type { FileStore } from '../files/file-store.ts'
import type { Engine, ReadingEngine } from '../register/api.ts'
import type { Store } from '../store/store.ts'

/** What everything over a register is made with. */
export interface ReadingDeps {
  store: Store
  engine: ReadingEngine
  files: FileStore
  /** RFC 3339 UTC. */
  now(): string
  /** A prefix and a new ULID: `newId('act')` gives `act_01K…`. */
  newId(prefix: string): string
}

/** What the routes of every service are made with. */
export interface Deps extends ReadingDeps {
  engine: Engine
}
