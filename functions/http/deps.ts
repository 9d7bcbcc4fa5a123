import type { FileStore } from '../files/file-store.ts'
import type { Engine } from '../register/api.ts'
import type { Store } from '../store/store.ts'

/** What the routes of every service are made with. */
export interface Deps {
  store: Store
  engine: Engine
  files: FileStore
  /** RFC 3339 UTC. */
  now(): string
  /** A prefix and a new ULID: `newId('act')` gives `act_01K…`. */
  newId(prefix: string): string
}
