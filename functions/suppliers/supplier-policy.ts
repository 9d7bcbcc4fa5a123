import { type Actor, holdsAnywhere } from '../register/actor.ts'
import type { Policy } from '../register/policy.ts'
import { readsContents } from './policy.ts'
import type { SupplierData } from './supplier-data.ts'

/** Who decides what is secret of a supplier, which belongs to no unit (domain section 6). */
const deciders = ['dpo', 'dpCoordinator', 'isCoordinator', 'ciso', 'registrar']
const secretReaders = [...deciders, 'contractOwner', 'auditor']

/** Keeps the register of suppliers. */
export function buys(actor: Actor): boolean {
  return holdsAnywhere(actor, 'contractOwner')
}

/** Decides what is secret of a supplier. */
export function decidesSecrecyOfSupplier(actor: Actor): boolean {
  return deciders.some((role) => holdsAnywhere(actor, role))
}

/** Default deny; domain model sections 6 and 10.24. */
export const supplierPolicy: Policy<SupplierData> = {
  view: (actor) => (readsContents(actor) ? 'newest' : undefined),
  create: buys,
  edit: buys,
  secret: (actor) => secretReaders.some((role) => holdsAnywhere(actor, role)),
  main: (actor) => (readsContents(actor) ? 'all' : 'none'),
}
