import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Session } from '../api/session.ts'

export const SessionContext = createContext<Session | undefined>(undefined)

/** Who is signed in; pages behind sign-in always have somebody. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('a page behind sign-in was shown without a session')
  return session
}

/** Whether the person holds any of some roles. */
export function hasRole(session: Session, ...roles: string[]): boolean {
  return session.roles.some((grant) => roles.includes(grant.role))
}

/** Whether somebody only runs the service, and so reads no records (domain section 6). */
export function readsNothing(session: Session): boolean {
  return session.roles.length > 0 && session.roles.every((grant) => grant.role === 'platformAdmin')
}
