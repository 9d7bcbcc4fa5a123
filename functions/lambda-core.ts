import { createClock } from './clock.ts'
import type { Core } from './core.ts'
import type { FileStore } from './files/file-store.ts'
import { cdnCheckOf } from './http/cdn-key.ts'
import type { HttpRequest } from './http/message.ts'
import { type CallerSettings, callerSettingsOf } from './http/sign-in-settings.ts'
import type { CoreOptions, ReadingCore } from './reading-core.ts'
import type { Outline } from './register/outline.ts'
import { openDynamoStore } from './store/dynamodb.ts'
import { createMeter, type Meter } from './store/meter.ts'

/** What every Lambda that answers people has beside the register on its table: how callers are known. */
export interface Admission {
  settings: CallerSettings
  meter: Meter
  /** Whether a request came by way of the CDN. */
  admits(request: HttpRequest): boolean
}

export type LambdaCore<C extends ReadingCore = Core> = C & Admission

type Environment = { readonly [name: string]: string | undefined }

export interface LambdaCoreOptions {
  furtherKind(name: string): Promise<Outline<object> | undefined>
  /** Where the service keeps files, when it keeps any. */
  files?: FileStore
}

/**
 * Made from a Lambda's environment (TABLE_NAME and what `callerSettingsOf` and `cdnCheckOf` read); kinds are loaded when a link leads to one. Throws
 * when something is missing.
 * @param create  `createCore`, or `createReadingCore` for a function that changes no records
 */
export function createLambdaCore<C extends ReadingCore>(
  create: (options: CoreOptions) => C,
  environment: Environment,
  { files, furtherKind }: LambdaCoreOptions,
): LambdaCore<C> {
  const table = environment['TABLE_NAME']
  if (!table) throw new Error('TABLE_NAME is not set')
  const meter = createMeter()
  const store = openDynamoStore({ table, meter })
  const core = create({ store, clock: createClock(Date.now), kinds: [], furtherKind, ...(files && { files }) })
  return { ...core, settings: callerSettingsOf(environment), meter, admits: cdnCheckOf(environment) }
}
