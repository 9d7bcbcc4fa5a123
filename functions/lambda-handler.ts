import { handle } from 'hono/aws-lambda'
import { createApp } from './http/app.ts'
import type { Authenticator } from './http/authenticator.ts'
import { createAuthenticator } from './http/authorize.ts'
import { createBearerVerifier } from './http/bearer.ts'
import { createJsonLog } from './http/log.ts'
import type { Route } from './http/route.ts'
import { createSessionCookies } from './http/session-cookie.ts'
import { createSessions } from './http/session.ts'
import type { LambdaCore } from './lambda-core.ts'

/** The handler of one service's Lambda: its routes, behind the same door as everywhere. */
export function createLambdaHandler(
  core: LambdaCore,
  routes: readonly Route[],
  authenticate: Authenticator = callerCheck(core),
): ReturnType<typeof handle> {
  const { deps, settings, meter } = core
  const log = createJsonLog((line) => process.stdout.write(line))
  const { now, newId } = deps
  return handle(createApp({ routes, deps: { authenticate, now, newId, log, meter, origins: [settings.origin] } }))
}

/** Who is calling, for a service that does not sign anybody in itself. */
function callerCheck({ deps, directory, settings }: LambdaCore): Authenticator {
  return createAuthenticator({
    sessions: createSessions({ store: deps.store, now: deps.now }),
    cookies: createSessionCookies(settings.origin),
    verifyBearer: createBearerVerifier(settings, () => new Date()),
    directory,
  })
}
