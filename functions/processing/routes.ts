import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import { operationWords } from '../http/operation.ts'
import { recordRoutes } from '../http/records.ts'
import { personRoute, type Route } from '../http/route.ts'
import { dayOf } from '../register/core.ts'
import { activity } from './activity.ts'
import type { Beyond } from './beyond.ts'
import { activityJudge, type Knowing } from './judge.ts'
import { linkSupplierRoute } from './link-supplier-route.ts'
import { activityPresenter } from './presenter.ts'
import { similarActivities } from './similar-activities.ts'
import { taskNames, tasksOf } from './tasks.ts'

const counts = z.strictObject({ K: z.int(), H: z.int(), M: z.int(), L: z.int() })

const similar = z.strictObject({
  id: z.string(),
  number: z.optional(z.string()),
  name: z.string(),
  orgUnitId: z.optional(z.string()),
  state: z.string(),
  score: z.number(),
})

const similarQuery = z.strictObject({
  name: z.optional(z.string().check(z.maxLength(200))),
  purpose: z.optional(z.string().check(z.maxLength(2000))),
  controllerOrgUnitId: z.optional(z.string().check(z.maxLength(64))),
  exclude: z.optional(z.string().check(z.maxLength(64))),
})

/** What a client may ask of the processing register: activities, near matches, and the caller's work list. */
export function processingRoutes(deps: Deps, knowing: Knowing, beyond?: Beyond): Route[] {
  const judge = activityJudge(deps.now, knowing)
  const task = taskSchema(beyond?.taskNames ?? [])
  return [
    personRoute({
      method: 'GET',
      path: '/api/activities/similar',
      operationId: 'listSimilarActivities',
      summary: operationWords('similar'),
      query: similarQuery,
      success: { status: 200, schema: z.strictObject({ items: z.array(similar) }) },
      handler: async ({ query, actor }) => ({ body: { items: await similarActivities(deps.engine, query, actor) } }),
    }),
    ...recordRoutes(activity, deps, activityPresenter(judge, beyond)),
    linkSupplierRoute(deps),
    personRoute({
      method: 'GET',
      path: '/api/tasks',
      operationId: 'listTasks',
      summary: operationWords('tasks'),
      success: { status: 200, schema: z.strictObject({ items: z.array(task) }) },
      handler: async ({ actor }) => {
        const today = dayOf(deps.now())
        const [own, further = []] = await Promise.all([
          tasksOf(deps.engine, judge, actor, today),
          beyond?.tasks(actor, today),
        ])
        return { body: { items: [...own, ...further] } }
      },
    }),
  ]
}

function taskSchema(furtherNames: readonly string[]): z.ZodMiniType {
  return z.strictObject({
    what: z.enum([...taskNames, ...furtherNames]),
    kind: z.enum(furtherNames.length > 0 ? ['activity', 'supplier', 'agreement'] : ['activity']),
    id: z.string(),
    number: z.optional(z.string()),
    name: z.string(),
    orgUnitId: z.optional(z.string()),
    since: z.string(),
    due: z.optional(z.string()),
    findings: z.optional(counts),
  })
}
