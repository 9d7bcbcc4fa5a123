import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import { operationWords } from '../http/operation.ts'
import { tellProblem } from '../http/problem.ts'
import { personRoute, type PersonCall, type Route, type Sentences } from '../http/route.ts'
import { contextOf } from '../register/core.ts'
import { RegisterError } from '../register/errors.ts'
import type { Kind } from '../register/kind.ts'
import { assetFilterShape, assetListQuery } from './asset-list-route.ts'
import { askedKinds, type ListParameters } from './asset-query.ts'
import { countItems } from './bulk/change.ts'
import { type BulkCall, runBulk, type Selection } from './bulk/run.ts'
import { equipment } from './equipment.ts'
import { assetKinds } from './asset-kinds.ts'
import { unitQuery } from './reorganisation/move.ts'

const kinds = assetKinds as unknown as readonly Kind<object>[]
const id = z.string().check(z.regex(/^[a-z]+_[0-9A-Za-z]{1,40}$/))
const cursor = z.optional(z.string().check(z.maxLength(2000)))
const chosenLimit = 1000

const body = z.strictObject({
  select: z.union([
    z.strictObject({ ids: z.array(id).check(z.minLength(1), z.maxLength(chosenLimit)) }),
    z.strictObject({ query: z.strictObject(assetFilterShape) }),
  ]),
  change: z.strictObject({
    usingOrgUnitIds: z.optional(z.array(id).check(z.minLength(1), z.maxLength(20))),
    responsiblePersonId: z.optional(id),
    lastVerifiedAt: z.optional(z.iso.date()),
    transition: z.optional(z.enum(Object.keys(equipment.transitions).filter((name) => name !== 'addDocument'))),
    data: z.optional(z.record(z.string(), z.unknown())),
  }),
  comment: z.optional(z.string().check(z.maxLength(1000))),
  dryRun: z.optional(z.boolean()),
  cursor,
})

const reorganisation = z.strictObject({
  from: id,
  to: id,
  at: z.iso.date(),
  comment: z.optional(z.string().check(z.maxLength(1000))),
  dryRun: z.optional(z.boolean()),
  cursor,
})

const item = z.strictObject({
  id: z.string(),
  kind: z.string(),
  number: z.optional(z.string()),
  name: z.string(),
  status: z.enum(['changed', 'unchanged', 'refused']),
  changes: z.array(z.strictObject({ pointer: z.string(), from: z.optional(z.unknown()), to: z.optional(z.unknown()) })),
  detail: z.optional(z.string()),
})

const success = {
  status: 200,
  schema: z.strictObject({
    counts: z.strictObject({ changed: z.int(), unchanged: z.int(), refused: z.int() }),
    items: z.array(item),
    next: z.optional(z.string()),
  }),
}

/** `POST /api/assets/bulk` and `/api/assets/reorganisation`: many assets changed as one, with a preview. */
export function bulkRoutes(deps: Deps, sentences: Sentences): Route[] {
  const callOf = async (call: PersonCall): Promise<BulkCall> => ({
    engine: deps.engine,
    actor: call.actor,
    now: await contextOf({ now: deps.now }),
    tell: async (error) => {
      const { detail, missing, errors } = await tellProblem(error, { ...call, sentences })
      return [...(missing ?? []), ...(errors ?? [])].map((one) => one.detail).join(' ') || detail
    },
  })
  return [
    personRoute({
      method: 'POST',
      path: '/api/assets/bulk',
      operationId: 'changeManyAssets',
      summary: operationWords('bulk'),
      body,
      success,
      handler: async (call) => {
        const { select, change, dryRun = false, comment, cursor: at } = call.body
        assertOneChange(change)
        const selection: Selection = 'ids' in select ? select : listed(select.query as ListParameters)
        const how = { dryRun, ...(comment && { comment }), ...(at && { cursor: at }) }
        const done = await runBulk(await callOf(call), kinds, selection, change, how)
        return { body: { counts: countItems(done.items), ...done } }
      },
    }),
    personRoute({
      method: 'POST',
      path: '/api/assets/reorganisation',
      operationId: 'reorganiseAssets',
      summary: operationWords('reorganisation'),
      body: reorganisation,
      success,
      handler: async (call) => {
        const { from, to, at, dryRun = false, comment, cursor: position } = call.body
        const bulk = await callOf(call)
        if (!dryRun && at > bulk.now.today) throw invalid('/at', 'later')
        if (from === to || !call.actor.tree.node(to)) throw invalid('/to', 'dangling-reference')
        const how = {
          dryRun,
          comment:
            comment ?? `${at}: ${call.actor.tree.node(from)?.name ?? from} → ${call.actor.tree.node(to)?.name ?? to}`,
          ...(position && { cursor: position }),
        }
        const done = await runBulk(bulk, kinds, { query: unitQuery(from), kinds }, { move: { from, to } }, how)
        return { body: { counts: countItems(done.items), ...done } }
      },
    }),
  ]
}

/** All that a list shows; its order is of no matter. */
function listed({ sort: _sort, ...query }: ListParameters): Selection {
  return { query: assetListQuery(query), kinds: askedKinds(query) }
}

function assertOneChange({ transition, data, ...fields }: z.infer<typeof body>['change']): void {
  const hasFields = Object.values(fields).some((value) => value !== undefined)
  if (hasFields === (transition !== undefined) || (data && !transition)) throw invalid('/change', 'type')
}

function invalid(pointer: string, code: string): RegisterError {
  return new RegisterError('invalid', `bad ${pointer}`, { errors: [{ pointer, code }] })
}
