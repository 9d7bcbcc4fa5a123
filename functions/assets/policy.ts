import { type Actor, holds, holdsAnywhere, holdsOnly } from '../register/actor.ts'
import type { Policy } from '../register/policy.ts'
import type { RecordOf } from '../register/record.ts'
import type { AssetData } from './data.ts'

/** Roles that read secret fields of everything under their scope, all of them (domain model section 6). */
const secretReaders = [
  'unitManager',
  'dpCoordinator',
  'dpo',
  'isCoordinator',
  'ciso',
  'itCoordinator',
  'itAssetManager',
  'registrar',
  'auditor',
]

/** Roles that read secret fields of systems that are their own. */
const owners = ['systemOwner', 'systemAdmin']

/** Who may do what with one kind of asset. */
export interface AssetRoles<T> {
  /** The role that keeps the records of this kind. */
  keeperRole: string
  /** Others who may edit: the owner and administrators of a system. */
  owns?(actor: Actor, data: T): boolean
}

/** Holds the role over a unit that uses the asset; anywhere, while no unit is named. */
export function holdsFor(actor: Actor, role: string, { usingOrgUnitIds = [] }: AssetData): boolean {
  if (usingOrgUnitIds.length === 0) return holdsAnywhere(actor, role)
  return usingOrgUnitIds.some((unit) => holds(actor, role, unit))
}

/** Is named as responsible for the asset. */
export function isResponsible(actor: Actor, { responsiblePersonId }: AssetData): boolean {
  return responsiblePersonId === actor.personId
}

/** Default deny; domain model sections 6 and 10.24. Everybody reads assets but those who are there for the platform alone. */
export function assetPolicy<T extends AssetData>({ keeperRole, owns }: AssetRoles<T>): Policy<T> {
  const edits = (actor: Actor, data: T) => holdsFor(actor, keeperRole, data) || (owns?.(actor, data) ?? false)
  return {
    view: (actor) => (readsContents(actor) ? 'newest' : undefined),
    create: edits,
    edit: (actor, { newest }) => edits(actor, newest.data),
    secret: (actor, record) => readsSecret(actor, record, keeperRole) || (owns?.(actor, record.data) ?? false),
    findsSecrets: (actor) => [keeperRole, ...secretReaders, ...owners].some((role) => holdsAnywhere(actor, role)),
    main: (actor) => (readsContents(actor) ? 'all' : 'none'),
  }
}

function readsSecret<T extends AssetData>(actor: Actor, { data }: RecordOf<T>, keeperRole: string): boolean {
  const units = data.usingOrgUnitIds ?? []
  const holdsOver = (role: string) => units.some((unit) => holds(actor, role, unit))
  return isResponsible(actor, data) || holdsFor(actor, keeperRole, data) || secretReaders.some(holdsOver)
}

function readsContents(actor: Actor): boolean {
  return !holdsOnly(actor, 'platformAdmin')
}
