import * as z from 'zod/mini'
import type { ActivityData } from '../data.ts'
import { beside } from './outcome.ts'
import type { Kind } from '../../register/kind.ts'

/**
 * A processor that the notification names has come into the register of suppliers, and is pointed at from now on. Only the product
 * itself does it, after the route has let a contract owner say which supplier it is; who processes for us is the same as before.
 */
export const linkSupplier: Kind<ActivityData>['transitions'][string] = {
  from: ['submitted', 'returned', 'coordinatorReview', 'dpoReview', 'registered', 'revision'],
  who: (actor) => actor.system === true,
  input: z.strictObject({ name: z.string().check(z.maxLength(300)), supplierId: z.string().check(z.maxLength(64)) }),
  apply: ({ snapshot, input }) => {
    const { name, supplierId } = input as { name: string; supplierId: string }
    const processors = (snapshot.newest.data.processors ?? []).map((one) => {
      if (one.supplierId || one.name !== name) return one
      const { name: _named, ...rest } = one
      return { ...rest, supplierId }
    })
    return beside(snapshot, { data: { processors }, editorial: true })
  },
}
