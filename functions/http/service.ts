import type { Engine } from '../register/api.ts'
import type { Kind } from '../register/kind.ts'
import type { Store } from '../store/store.ts'
import type { Route } from './route.ts'

/** What every service is made with. */
export interface Deps {
  store: Store
  engine: Engine
  /** RFC 3339 UTC. */
  now(): string
  /** A prefix and a new ULID: `newId('act')` gives `act_01K…`. */
  newId(prefix: string): string
}

/** A part of the product that runs in a Lambda of its own: its kinds of records and its routes. */
export interface Service {
  kinds: readonly Kind<object>[]
  routes: readonly Route[]
}
