import type { Deps } from '../http/deps.ts'
import { recordRoutes } from '../http/records.ts'
import type { PersonCall, Reply, Route } from '../http/route.ts'
import type { Summary } from '../register/api.ts'
import { dayOf } from '../register/core.ts'
import { RegisterError } from '../register/errors.ts'
import { agreement } from './agreement.ts'
import type { AgreementData } from './agreement-data.ts'
import type { Neighbours } from './neighbours.ts'
import { agreementPresenter } from './presenter.ts'
import { statusOf } from './term.ts'

/** Agreements above one another, at most. */
const deepest = 20

/** The common routes of agreements, with what is computed for lists, and circles of parents refused. */
export function agreementRoutes(deps: Deps, neighbours: Neighbours): Route[] {
  return recordRoutes(agreement, deps, agreementPresenter(deps, neighbours)).map((route) => {
    if (route.access !== 'person') return route
    if (route.operationId === 'listAgreements')
      return {
        ...route,
        handler: async (call: PersonCall) => withStatus((await route.handler(call)) as Reply, dayOf(deps.now())),
      }
    if (route.operationId !== 'replaceAgreement') return route
    return {
      ...route,
      handler: async (call: PersonCall) => {
        await assertNoCircle(neighbours, call)
        return route.handler(call)
      },
    }
  })
}

/** The list with what the dates of each agreement make of it today. */
function withStatus(reply: Reply, today: string): Reply {
  const page = reply.body as { items: Summary[] }
  const items = page.items.map((item) => ({
    ...item,
    data: { ...item.data, status: statusOf(item.state, item.data as Partial<AgreementData>, today) },
  }))
  return { ...reply, body: { ...page, items } }
}

/** @throws RegisterError `invalid` when the agreement would come to stand above itself. */
async function assertNoCircle(neighbours: Neighbours, { params, body }: PersonCall): Promise<void> {
  const id = params['id']
  let above = (body as { data?: Partial<AgreementData> }).data?.parentAgreementId
  for (let steps = 0; typeof above === 'string' && steps < deepest; steps++) {
    if (above === id)
      throw new RegisterError('invalid', 'a parent that makes a circle', {
        errors: [{ pointer: '/parentAgreementId', code: 'circle' }],
      })
    above = (await neighbours.one('agreement', above))?.data.parentAgreementId
  }
}
