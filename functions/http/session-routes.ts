import * as z from 'zod/mini'
import type { Directory } from '../directory/directory.ts'
import type { Actor } from '../register/actor.ts'
import { RegisterError } from '../register/errors.ts'
import { personRoute, type Reply, type Route } from './route.ts'
import type { SessionCookies } from './session-cookie.ts'
import type { Sessions } from './session.ts'
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
})

/** `GET /api/session` and `PUT /api/session`: who one is, and in which language. */
export function sessionRoutes(deps: { directory: Directory; sessions: Sessions; cookies: SessionCookies }): Route[] {
  const { directory, sessions, cookies } = deps

  const reply = async ({ personId, tree }: Actor, spoken: z.infer<typeof language>): Promise<Reply> => {
    const known = await directory.known(personId, tree)
    if (!known) throw new RegisterError('unauthenticated', 'the person has ended')
    const { userId, displayName, orgUnitId, roles } = known
    const person = { id: personId, userId, displayName, ...(orgUnitId && { orgUnitId }) }
    const held = roles.map(({ role, scopeOrgUnitId }) => ({ role, scopeOrgUnitId }))
    return { body: { person, roles: held, language: spoken } satisfies z.infer<typeof signedIn> }
  }

  return [
    personRoute({
      method: 'GET',
      path: '/api/session',
      operationId: 'getSession',
      summary: sessionWords('get'),
      success: { status: 200, schema: signedIn },
      handler: ({ actor }) => reply(actor, actor.language),
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
