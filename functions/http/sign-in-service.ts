import type { Directory } from '../directory/directory.ts'
import type { Store } from '../store/store.ts'
import type { Authenticator } from './authenticator.ts'
import { createAuthenticator } from './authorize.ts'
import { createBearerVerifier } from './bearer.ts'
import { createOpenId } from './openid.ts'
import { openSessionRoutes } from './open-session-routes.ts'
import { createOpenSessions } from './open-sessions.ts'
import type { Route } from './route.ts'
import { createSessionCookies } from './session-cookie.ts'
import { sessionRoutes } from './session-routes.ts'
import { createSessions } from './session.ts'
import { signInRoutes } from './sign-in-routes.ts'
import type { SignInTrouble } from './sign-in.ts'
import type { SignInSettings } from './sign-in-settings.ts'

export interface SignInServiceDeps {
  store: Store
  directory: Directory
  settings: SignInSettings
  /** RFC 3339 UTC: the product's time, which limits of sessions follow. */
  now(): string
  /** The identity provider's time, which expiry of tokens follows; the real one when absent. */
  currentDate?(): Date
  /** Told of sign-ins that did not hold, for the log. */
  report?(trouble: SignInTrouble): void
}

/** Everything about signing in where its routes are served: who is calling, and the routes that say so. */
export function createSignIn(deps: SignInServiceDeps): { authenticate: Authenticator; routes: Route[] } {
  const { store, directory, settings, now, report, currentDate = () => new Date() } = deps
  const cookies = createSessionCookies(settings.origin)
  const sessions = createSessions({ store, now })
  const verifyBearer = createBearerVerifier(settings, currentDate)
  const openId = createOpenId(settings)
  return {
    authenticate: createAuthenticator({ sessions, cookies, verifyBearer, directory }),
    routes: [
      ...sessionRoutes({ store, directory, sessions, cookies }),
      ...openSessionRoutes({ sessions, openSessions: createOpenSessions({ store, now }), cookies, now }),
      ...signInRoutes({ store, openId, sessions, directory, now, settings, cookies, report }),
    ],
  }
}
