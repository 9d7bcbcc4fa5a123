import * as z from 'zod/mini'
import { RegisterError } from '../register/errors.ts'
import { endedSessions, openSession, shownSession } from './open-session.ts'
import { idOfSession, type OpenSessions } from './open-sessions.ts'
import { personRoute, type PersonCall, type Route } from './route.ts'
import type { SessionCookies } from './session-cookie.ts'
import type { Sessions } from './session.ts'
import { sessionWords } from './session-words.ts'

/** How long after proving anew who one is one may end sessions elsewhere. */
export const provenMs = 15 * 60 * 1000

const ownSessions = z.strictObject({
  items: z.array(z.extend(openSession, { here: z.boolean() })),
  mayEnd: z.boolean(),
})

/** Where one is signed in, and ending it elsewhere: that only after having proven anew who one is (ASVS V7.5.2). */
export function openSessionRoutes(deps: {
  sessions: Sessions
  openSessions: OpenSessions
  cookies: SessionCookies
  now(): string
}): Route[] {
  const { sessions, openSessions, cookies, now } = deps
  const current = async ({ request, via }: PersonCall<unknown, unknown>) => {
    const secret = via === 'session' ? cookies.session(request) : undefined
    const session = secret && (await sessions.read(secret))
    if (!secret || !session) return undefined
    const isProven = session.proven && Date.parse(now()) - Date.parse(session.startedAt) < provenMs
    return { id: idOfSession(secret), mayEnd: isProven === true }
  }
  return [
    personRoute({
      method: 'GET',
      path: '/api/session/open',
      operationId: 'listOwnSessions',
      summary: sessionWords('open'),
      success: { status: 200, schema: ownSessions },
      handler: async (call) => {
        const here = await current(call)
        const open = await openSessions.of(call.actor.personId)
        const items = open.map((one) => ({ ...shownSession(one), here: one.id === here?.id }))
        return { body: { items, mayEnd: here?.mayEnd ?? false } satisfies z.infer<typeof ownSessions> }
      },
    }),
    personRoute({
      method: 'POST',
      path: '/api/session/end',
      operationId: 'endOwnSessions',
      summary: sessionWords('end'),
      body: z.strictObject({
        ids: z.array(z.string().check(z.maxLength(100))).check(z.minLength(1), z.maxLength(100)),
      }),
      success: { status: 200, schema: endedSessions },
      handler: async (call) => {
        const here = await current(call)
        if (!here) throw new RegisterError('forbidden', 'a token has no session', { reason: 'no-session' })
        if (!here.mayEnd) throw new RegisterError('forbidden', 'not proven lately', { reason: 'sign-in-again' })
        return { body: { ended: await openSessions.end(call.actor.personId, call.body.ids) } }
      },
    }),
  ]
}
