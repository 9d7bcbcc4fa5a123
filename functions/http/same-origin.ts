import { RegisterError } from '../register/errors.ts'
import type { HttpRequest } from './message.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a change that another site's page makes in a signed-in person's browser.
 * The browser tells by `Sec-Fetch-Site` or `Origin`; a request that shows neither is refused too.
 * `origins` are the service's own, when it stands behind another address than the one it is asked at.
 */
export function assertSameOrigin(request: HttpRequest, origins: readonly string[]): void {
  if (safeMethods.has(request.method)) return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const own = origins.length > 0 ? origins : [new URL(request.url).origin]
  const siteFits = site === null || site === 'same-origin'
  const originFits = origin === null || own.includes(origin)
  if (siteFits && originFits && (site ?? origin) !== null) return
  throw new RegisterError('forbidden', 'a change from another origin', { reason: 'cross-origin' })
}
