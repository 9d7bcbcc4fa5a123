import type { Directory } from '../directory/directory.ts'
import type { Authenticated, Authenticator } from './authenticator.ts'
import type { BearerVerifier } from './bearer.ts'
import { acceptedLanguage } from './language.ts'
import type { HttpRequest } from './message.ts'
import type { SessionCookies } from './session-cookie.ts'
import type { Sessions } from './session.ts'

export interface AuthenticatorDeps {
  sessions: Sessions
  cookies: SessionCookies
  verifyBearer: BearerVerifier
  directory: Directory
}

/**
 * Who is calling, from the session cookie or an access token, with the roles valid today.
 * A request that shows a token is judged by it alone, so that a cookie cannot lend its rights to another page's request.
 */
export function createAuthenticator({ sessions, cookies, verifyBearer, directory }: AuthenticatorDeps): Authenticator {
  const byBearer = async (header: string, request: HttpRequest): Promise<Authenticated | undefined> => {
    const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1]
    const userId = token && (await verifyBearer(token))
    const personId = userId && (await directory.find(userId))
    if (!personId) return undefined
    const actor = await directory.actor(personId, acceptedLanguage(request.headers.get('accept-language')))
    return actor && { actor, via: 'bearer' }
  }

  const bySession = async (secret: string): Promise<Authenticated | undefined> => {
    const session = await sessions.read(secret)
    const actor = session && (await directory.actor(session.personId, session.language))
    return actor && { actor, via: 'session' }
  }

  return async (request) => {
    const header = request.headers.get('authorization')
    if (header !== null) return byBearer(header, request)
    const secret = cookies.session(request)
    return secret ? bySession(secret) : undefined
  }
}
