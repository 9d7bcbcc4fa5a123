import type { Deps } from '../http/deps.ts'
import { recordRoutes } from '../http/records.ts'
import type { PersonCall, Reply, Route } from '../http/route.ts'
import type { Summary } from '../register/api.ts'
import { agreement } from './agreement.ts'
import type { AgreementData } from './agreement-data.ts'
import type { PresentNeighbours } from './neighbours.ts'
import { agreementPresenter } from './presenter.ts'
import { askedDay } from './asked-day.ts'
import { statusOf } from './term.ts'

/** The common routes of agreements, with what is computed for lists. */
export function agreementRoutes(deps: Deps, neighbours: PresentNeighbours): Route[] {
  return recordRoutes(agreement, deps, agreementPresenter(deps, neighbours)).map((route) => {
    if (route.access !== 'person') return route
    if (route.operationId !== 'listAgreements') return route
    return {
      ...route,
      handler: async (call: PersonCall) => withStatus((await route.handler(call)) as Reply, askedDay(call, deps.now())),
    }
  })
}

/** The list with what the dates of each agreement made of it that day. */
function withStatus(reply: Reply, today: string): Reply {
  const page = reply.body as { items: Summary[] }
  const items = page.items.map((item) => ({
    ...item,
    data: { ...item.data, status: statusOf(item.state, item.data as Partial<AgreementData>, today) },
  }))
  return { ...reply, body: { ...page, items } }
}
