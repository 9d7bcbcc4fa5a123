import { createClock } from './clock.ts'
import { createCore, type Core } from './core.ts'
import type { FileStore } from './files/file-store.ts'
import { cdnCheckOf } from './http/cdn-key.ts'
import type { HttpRequest } from './http/message.ts'
import { type CallerSettings, callerSettingsOf } from './http/sign-in-settings.ts'
import type { Outline } from './register/kind.ts'
import { openDynamoStore } from './store/dynamodb.ts'
import { createMeter, type Meter } from './store/meter.ts'

/** What every Lambda has: the register on its table, and how callers are known. */
export interface LambdaCore extends Core {
  settings: CallerSettings
  meter: Meter
  /** Whether a request came by way of the CDN. */
  admits(request: HttpRequest): boolean
}

type Environment = { readonly [name: string]: string | undefined }

export interface LambdaCoreOptions {
  furtherKind(name: string): Promise<Outline<object> | undefined>
  /** Where the service keeps files, when it keeps any. */
  files?: FileStore
}

/**
 * Made from a Lambda's environment (TABLE_NAME and what `callerSettingsOf` and `cdnCheckOf` read); kinds are loaded when a link leads to one. Throws
 * when something is missing.
 */
export function createLambdaCore(environment: Environment, { files, furtherKind }: LambdaCoreOptions): LambdaCore {
  const table = environment['TABLE_NAME']
  if (!table) throw new Error('TABLE_NAME is not set')
  const meter = createMeter()
  const store = openDynamoStore({ table, meter })
  const core = createCore({ store, clock: createClock(Date.now), kinds: [], furtherKind, ...(files && { files }) })
  return { ...core, settings: callerSettingsOf(environment), meter, admits: cdnCheckOf(environment) }
}
