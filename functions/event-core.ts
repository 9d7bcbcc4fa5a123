import { createClock } from './clock.ts'
import { createCore, type Core } from './core.ts'
import { allKinds } from './kinds.ts'
import { openDynamoStore } from './store/dynamodb.ts'

/** What a Lambda has that works on events instead of requests: the register on its table, with all kinds. Throws without TABLE_NAME. */
export function createEventCore(environment: { readonly [name: string]: string | undefined }): Core {
  const store = openDynamoStore({ table: required(environment, 'TABLE_NAME') })
  return createCore({ store, clock: createClock(Date.now), kinds: allKinds })
}

/** A variable of the environment that must be there. Throws when it is not. */
export function required(environment: { readonly [name: string]: string | undefined }, name: string): string {
  const value = environment[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}
