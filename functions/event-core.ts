import { createClock } from './clock.ts'
import { createReadingCore, type ReadingCore } from './reading-core.ts'
import { openDynamoStore } from './store/dynamodb.ts'

/**
 * What a Lambda has that works on events instead of requests: the register on its table, to read. Nobody asks it for the links of a record,
 * so it knows no kinds but those that it is called with. Throws without TABLE_NAME.
 */
export function createEventCore(environment: { readonly [name: string]: string | undefined }): ReadingCore {
  const store = openDynamoStore({ table: required(environment, 'TABLE_NAME') })
  return createReadingCore({ store, clock: createClock(Date.now), kinds: [] })
}

/** A variable of the environment that must be there. Throws when it is not. */
export function required(environment: { readonly [name: string]: string | undefined }, name: string): string {
  const value = environment[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}
