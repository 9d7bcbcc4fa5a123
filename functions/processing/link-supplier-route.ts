import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import { operationWords } from '../http/operation.ts'
import { idOf } from '../http/record-reply.ts'
import { personRoute, type Route } from '../http/route.ts'
import { type Actor, holds, holdsAnywhere } from '../register/actor.ts'
import { RegisterError } from '../register/errors.ts'
import type { RecordOf } from '../register/record.ts'
import { activity } from './activity.ts'
import type { ActivityData } from './data.ts'

/** Times that somebody else's change of the activity is waited out. */
const attempts = 5

const body = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(300)),
  supplierId: z.string().check(z.regex(/^[a-z]+_[0-9A-Za-z]{1,40}$/)),
})

const linked = z.strictObject({ id: z.string(), number: z.optional(z.string()), supplierId: z.string() })

/**
 * `POST /api/activities/{id}/suppliers`: the contract owner over the unit says which supplier a processor is that the notification
 * only names. Nothing else of the activity is told or changed, and saying it twice changes nothing.
 */
export function linkSupplierRoute({ engine }: Deps): Route {
  return personRoute({
    method: 'POST',
    path: '/api/activities/:id/suppliers',
    operationId: 'linkActivitySupplier',
    summary: operationWords('linkSupplier'),
    body,
    success: { status: 200, schema: linked },
    handler: async (call) => {
      if (!holdsAnywhere(call.actor, 'contractOwner')) throw new RegisterError('forbidden', 'links no suppliers')
      const product = { ...call.actor, system: true }
      for (let attempt = 1; ; attempt++) {
        const { record } = await engine.get(activity, idOf(call), product)
        const { name, supplierId } = call.body
        if (!concerns(call.actor, record, name, supplierId)) throw new RegisterError('not-found', 'no such processor')
        const answer = { id: record.id, ...(record.number && { number: record.number }), supplierId }
        if (!namesOnly(record, name)) return { body: answer }
        try {
          const move = { transition: 'linkSupplier', data: { name, supplierId } }
          await engine.transition(activity, record.id, record.revision, move, product)
          return { body: answer }
        } catch (error) {
          const changed = error instanceof RegisterError && error.code === 'revision-conflict'
          if (!changed || attempt === attempts) throw error
        }
      }
    },
  })
}

/** Whether it is this contract owner's to say: sent in, of a unit of theirs, with such a processor or one linked already. */
function concerns(actor: Actor, record: RecordOf<ActivityData>, name: string, supplierId: string): boolean {
  const isLinked = (record.data.processors ?? []).some((one) => one.supplierId === supplierId)
  const isOpen = !['draft', 'withdrawn', 'notRegistrable', 'ended', 'archived'].includes(record.state)
  return isOpen && holds(actor, 'contractOwner', record.orgUnitId) && (isLinked || namesOnly(record, name))
}

function namesOnly({ data }: RecordOf<ActivityData>, wanted: string): boolean {
  return (data.processors ?? []).some(({ supplierId, name }) => !supplierId && name === wanted)
}
