import * as z from 'zod/mini'
import { RegisterError } from '../register/errors.ts'
import { deviceOf } from './device.ts'
import { isLocal } from './openid.ts'
import { returnPath } from './return-path.ts'
import { publicRoute, type Reply, type Route } from './route.ts'
import { newSecret } from './secret.ts'
import type { SessionCookies } from './session-cookie.ts'
import { sessionWords } from './session-words.ts'
import type { SignInSettings } from './sign-in-settings.ts'
import { beginSignIn, finishSignIn, signInMs, type SignInDeps, type SignInFault } from './sign-in.ts'

const options = z.strictObject({
  provider: z.string(),
  /** Whether the browser brings a session that holds; asking does not keep it alive. */
  hasSession: z.boolean(),
  people: z.optional(
    z.array(
      z.strictObject({
        userId: z.string(),
        displayName: z.string(),
        title: z.optional(z.string()),
        unitName: z.optional(z.string()),
      }),
    ),
  ),
})

/** Signing in and out: the browser is sent to the identity provider and comes back with an answer that is checked here. */
export function signInRoutes(deps: SignInDeps & { settings: SignInSettings; cookies: SessionCookies }): Route[] {
  const { settings, cookies, sessions, openId } = deps
  return [
    publicRoute({
      method: 'GET',
      path: '/api/session/options',
      operationId: 'getSignInOptions',
      summary: sessionWords('options'),
      success: { status: 200, schema: options },
      handler: async ({ request }) => {
        const people = await settings.people?.()
        const secret = cookies.session(request)
        const hasSession = secret !== undefined && (await sessions.holds(secret))
        return { body: { provider: settings.providerName, hasSession, ...(people && { people }) } }
      },
    }),
    publicRoute({
      method: 'GET',
      path: '/api/session/login',
      operationId: 'beginSignIn',
      summary: sessionWords('login'),
      query: z.strictObject({
        returnTo: z.optional(z.string().check(z.maxLength(2000))),
        hint: z.optional(z.string().check(z.maxLength(100))),
        language: z.optional(z.enum(['sv', 'en'])),
        again: z.optional(z.literal('true')),
      }),
      success: { status: 303 },
      handler: async ({ request, query }) => {
        const here = new URL(request.url)
        if (isLocal(settings.origin) && here.origin !== settings.origin) {
          return seeOther(settings.origin + here.pathname + here.search)
        }
        const returnTo = returnPath(query.returnTo, settings.origin)
        if (!returnTo) {
          throw new RegisterError('malformed', 'returns elsewhere', {
            reason: 'query-value',
            params: { name: 'returnTo' },
          })
        }
        const binding = cookies.binding(request) ?? newSecret()
        const wishes = {
          binding,
          returnTo,
          language: query.language ?? 'sv',
          hint: query.hint,
          again: query.again === 'true',
        }
        const location = await beginSignIn(deps, wishes)
        if (!location) return seeOther(signInPage('failed', returnTo))
        return seeOther(location, cookies.setBinding(binding, signInMs / 1000))
      },
    }),
    publicRoute({
      method: 'GET',
      path: '/api/session/callback',
      operationId: 'finishSignIn',
      summary: sessionWords('callback'),
      query: z.record(z.string(), z.string()),
      success: { status: 303 },
      handler: async ({ request }) => {
        const result = await finishSignIn(deps, {
          parameters: new URL(request.url).search,
          binding: cookies.binding(request),
          session: cookies.session(request),
          device: deviceOf(request.headers.get('user-agent')),
        })
        if ('fault' in result) return seeOther(signInPage(result.fault, result.returnTo))
        return seeOther(result.returnTo, cookies.setSession(result.session))
      },
    }),
    publicRoute({
      method: 'POST',
      path: '/api/session/logout',
      operationId: 'signOut',
      summary: sessionWords('logout'),
      success: { status: 200, schema: z.strictObject({ location: z.string() }) },
      handler: async ({ request }) => {
        const secret = cookies.session(request)
        if (secret) await sessions.end(secret)
        const location = await openId.endSession().catch(() => '/')
        return { body: { location }, headers: { 'Set-Cookie': cookies.clearSession() } }
      },
    }),
  ]
}

/** The page to try again on, in the web front end; it says why. */
function signInPage(fault: SignInFault, returnTo = '/'): string {
  return `/logga-in?${new URLSearchParams({ fel: fault, ...(returnTo !== '/' && { returnTo }) })}`
}

function seeOther(location: string, cookie?: string): Reply {
  return { headers: { Location: location, ...(cookie && { 'Set-Cookie': cookie }) } }
}
