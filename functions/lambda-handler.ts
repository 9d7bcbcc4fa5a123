import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { type AppRoutes, createApp } from './http/app.ts'
import type { Authenticator } from './http/authenticator.ts'
import { createAuthenticator } from './http/authorize.ts'
import { createBearerVerifier } from './http/bearer.ts'
import { createMetricLog } from './http/log.ts'
import { createSessionCookies } from './http/session-cookie.ts'
import { createSessions } from './http/session.ts'
import { carried } from './lambda-answer.ts'
import type { LambdaCore } from './lambda-core.ts'
import type { ReadingCore } from './reading-core.ts'
import { requestOf, resultOf } from './lambda-event.ts'

export type LambdaHandler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>

/**
 * The handler of one service's Lambda: its routes, behind the same door as everywhere. Kinds, schemas and texts come with
 * the routes that are loaded later, so that a cold start does not grow with the service.
 */
export function createLambdaHandler(
  core: LambdaCore<ReadingCore>,
  routes: AppRoutes,
  authenticate: Authenticator = callerCheck(core),
): LambdaHandler {
  const { deps, settings, meter, admits } = core
  const name = process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? 'service'
  const log = createMetricLog(name, (line) => process.stdout.write(line))
  const { now, newId } = deps
  const app = createApp({
    ...routes,
    deps: { authenticate, admits, now, newId, log, traceId, meter, origins: [settings.origin], carry: carried },
  })
  return async (event) => resultOf(await app.answer(requestOf(event)))
}

/**
 * The trace of the invocation under way, which the platform leaves in the environment: `Root=1-5759e988-bd862e3fe1be46a994272793;...;Sampled=1`.
 * Undefined for the many that are not kept.
 */
function traceId(): string | undefined {
  const trace = process.env['_X_AMZN_TRACE_ID'] ?? ''
  return trace.includes('Sampled=1') ? /Root=([\w-]+)/.exec(trace)?.[1] : undefined
}

/** Who is calling, by session or access token. */
function callerCheck({ deps, directory, settings }: LambdaCore<ReadingCore>): Authenticator {
  return createAuthenticator({
    sessions: createSessions({ store: deps.store, now: deps.now }),
    cookies: createSessionCookies(settings.origin),
    verifyBearer: createBearerVerifier(settings, () => new Date()),
    directory,
  })
}
