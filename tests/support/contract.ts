import { problemStatuses } from '../../functions/http/openapi-problem.ts'
import type { Route } from '../../functions/http/route.ts'
import { routeTable } from '../../functions/http/route-table.ts'
import type { Answer } from './client.ts'

/**
 * Throws when an answer is not what its route promises: another status, or a body that its schema refuses.
 * Every answer a test sees goes through here, so no test has to think of it.
 */
export function assertInContract(routes: readonly Route[], method: string, address: string, answer: Answer): void {
  const route = matched(routes, method, address)
  if (!route) return
  const where = `${method} ${route.path} answered ${answer.status}`
  if (answer.status >= 400) {
    if (!problemStatuses(route).includes(answer.status)) throw new Error(`${where}, which its document does not name`)
    return
  }
  if (answer.status !== route.success.status) throw new Error(`${where} instead of ${route.success.status}`)
  const result = method === 'HEAD' ? undefined : route.success.schema?.safeParse(answer.body)
  if (result && !result.success) {
    throw new Error(`${where} outside its schema: ${JSON.stringify(result.error.issues.slice(0, 5))}`)
  }
}

function matched(routes: readonly Route[], method: string, address: string): Route | undefined {
  const { pathname } = new URL(address, 'http://localhost')
  const entry = routeTable(routes).find(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(pathname))
  return entry?.methods.get((method === 'HEAD' ? 'GET' : method) as Route['method'])
}
