import { parse, serialize } from 'hono/utils/cookie'
import type { HttpRequest } from './message.ts'

/** The cookies of sign-in: the session itself, and what ties a sign-in under way to the browser that began it. */
export interface SessionCookies {
  session(request: HttpRequest): string | undefined
  binding(request: HttpRequest): string | undefined
  setSession(id: string): string
  setBinding(id: string, maxAgeSeconds: number): string
  clearSession(): string
}

/**
 * Over https the names begin with `__Host-`: this host only, every path, never over http.
 * Over http, which only the local server speaks, the port stands in the name, since cookies do not tell ports apart.
 */
export function createSessionCookies(origin: string): SessionCookies {
  const { protocol, port } = new URL(origin)
  const secure = protocol === 'https:'
  const nameOf = (what: string): string => (secure ? `__Host-${what}` : `${what}-${port || '80'}`)
  const write = (name: string, value: string, maxAge?: number): string =>
    serialize(name, value, {
      httpOnly: true,
      path: '/',
      sameSite: 'Lax',
      secure,
      ...(maxAge !== undefined && { maxAge }),
    })
  const read = (request: HttpRequest, name: string): string | undefined =>
    parse(request.headers.get('cookie') ?? '', name)[name] || undefined

  const session = nameOf('session')
  const binding = nameOf('signin')
  return {
    session: (request) => read(request, session),
    binding: (request) => read(request, binding),
    setSession: (id) => write(session, id),
    setBinding: (id, maxAgeSeconds) => write(binding, id, maxAgeSeconds),
    clearSession: () => write(session, '', 0),
  }
}
