import type { Actor } from '../register/actor.ts'
import type { HttpRequest } from './message.ts'

/** How a caller has shown who they are: a browser's cookie session, or an integration's access token. */
export interface Authenticated {
  actor: Actor
  via: 'session' | 'bearer'
}

/**
 * Tells who is calling, anew at every request, from roles valid at that moment.
 * Undefined when nobody is signed in or what was shown does not hold; never throws for bad credentials.
 */
export type Authenticator = (request: HttpRequest) => Promise<Authenticated | undefined>
