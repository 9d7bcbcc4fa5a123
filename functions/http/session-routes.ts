import * as z from 'zod/mini'
import type { Directory } from '../directory/directory.ts'
import type { Actor } from '../register/actor.ts'
import { RegisterError } from '../register/errors.ts'
import type { Store } from '../store/store.ts'
import { personRoute, type Route } from './route.ts'
import type { SessionCookies } from './session-cookie.ts'
import { sessionLifeMs, type Sessions } from './session.ts'
import { stashKeyOf } from './stash-key.ts'
import { sessionWords } from './session-words.ts'

const language = z.enum(['sv', 'en'])

const signedIn = z.strictObject({
  person: z.strictObject({
    id: z.string(),
    userId: z.string(),
    displayName: z.string(),
    orgUnitId: z.optional(z.string()),
  }),
  roles: z.array(z.strictObject({ role: z.string(), scopeOrgUnitId: z.string() })),
  language,
  /** When the session ends however busy it is; absent for a token, as the next. */
  endsAt: z.optional(z.string()),
  /** What the browser keeps unsaved text under. */
  stashKey: z.optional(z.string()),
})

/** `GET /api/session` and `PUT /api/session`: who one is, and in which language. */
export function sessionRoutes(deps: {
  store: Store
  directory: Directory
  sessions: Sessions
  cookies: SessionCookies
}): Route[] {
  const { store, directory, sessions, cookies } = deps

  const reply = async (
    { personId, tree }: Actor,
    spoken: z.infer<typeof language>,
  ): Promise<{ body: z.infer<typeof signedIn> }> => {
    const known = await directory.known(personId, tree)
    if (!known) throw new RegisterError('unauthenticated', 'the person has ended')
    const { userId, displayName, orgUnitId, roles } = known
    const person = { id: personId, userId, displayName, ...(orgUnitId && { orgUnitId }) }
    const held = roles.map(({ role, scopeOrgUnitId }) => ({ role, scopeOrgUnitId }))
    return { body: { person, roles: held, language: spoken } }
  }

  return [
    personRoute({
      method: 'GET',
      path: '/api/session',
      operationId: 'getSession',
      summary: sessionWords('get'),
      success: { status: 200, schema: signedIn },
      handler: async ({ request, actor, via }) => {
        const { body } = await reply(actor, actor.language)
        const secret = via === 'session' ? cookies.session(request) : undefined
        const session = secret && (await sessions.read(secret))
        if (!session) return { body }
        const endsAt = new Date(Date.parse(session.startedAt) + sessionLifeMs).toISOString()
        return { body: { ...body, endsAt, stashKey: await stashKeyOf(store, actor.personId) } }
      },
    }),
    personRoute({
      method: 'PUT',
      path: '/api/session',
      operationId: 'replaceSession',
      summary: sessionWords('put'),
      body: z.strictObject({ language }),
      success: { status: 200, schema: signedIn },
      handler: async ({ request, actor, via, body }) => {
        const secret = via === 'session' ? cookies.session(request) : undefined
        if (!secret) throw new RegisterError('forbidden', 'a token has no session', { reason: 'no-session' })
        if (!(await sessions.setLanguage(secret, body.language))) {
          throw new RegisterError('unauthenticated', 'the session ended meanwhile')
        }
        return reply(actor, body.language)
      },
    }),
  ]
}
