import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import { createOpenSessions } from '../http/open-sessions.ts'
import { endedSessions, openSession, shownSession } from '../http/open-session.ts'
import { idOf } from '../http/record-reply.ts'
import { personRoute, type PersonCall, type Route } from '../http/route.ts'
import { holdsAnywhere } from '../register/actor.ts'
import { RegisterError } from '../register/errors.ts'
import { person } from './person.ts'
import { directoryWords } from './sentences.ts'

/** Where somebody is signed in, and ending that at once, for the administrator: a lost computer, a doubt. */
export function personSessionRoutes({ engine, store, now }: Deps): Route[] {
  const openSessions = createOpenSessions({ store, now })
  const personIn = async (call: PersonCall<unknown, unknown>): Promise<string> => {
    if (!holdsAnywhere(call.actor, 'platformAdmin')) throw new RegisterError('forbidden', 'not an administrator')
    return (await engine.get(person, idOf(call), call.actor)).record.id
  }
  return [
    personRoute({
      method: 'GET',
      path: '/api/people/:id/sessions',
      operationId: 'listPersonSessions',
      summary: directoryWords('sessions'),
      success: { status: 200, schema: z.strictObject({ items: z.array(openSession) }) },
      handler: async (call) => ({ body: { items: (await openSessions.of(await personIn(call))).map(shownSession) } }),
    }),
    personRoute({
      method: 'POST',
      path: '/api/people/:id/sessions/end',
      operationId: 'endPersonSessions',
      summary: directoryWords('endSessions'),
      success: { status: 200, schema: endedSessions },
      handler: async (call) => ({ body: { ended: await openSessions.end(await personIn(call)) } }),
    }),
  ]
}
