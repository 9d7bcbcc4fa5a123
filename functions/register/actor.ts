/** Who is asking: resolved anew at every request from the role assignments valid today. */
export interface Actor {
  personId: string
  language: 'sv' | 'en'
  orgUnitId?: string
  grants: readonly Grant[]
  tree: OrgTree
  /** Applications that they own or administer, for those who hold a role for it. */
  systems?: readonly string[]
  /** The product itself (demo data, import, nightly work): passes every policy, never every rule. */
  system?: boolean
}

export interface Grant {
  role: string
  scopeOrgUnitId: string
}

/** Least demands on copies, set once for each principal. Periods are ISO 8601. */
export interface BackupBaseline {
  interval?: string
  generations?: number
  storage?: string
  readabilityCheck?: string
}

export type OrgUnitKind = 'principal' | 'board' | 'administration' | 'area' | 'unit' | 'company'

export interface OrgNode {
  id: string
  parentId?: string
  kind: OrgUnitKind
  name: string
  /** No longer part of the organisation; still read, since old records stand under it. */
  ended?: boolean
  orgNumber?: string
  /** Calendar day of its last reorganisation. */
  reorganisedAt?: string
  /** The data protection officer of a controller. */
  dpoPersonId?: string
  /** How often, in how many generations and how well tested everything is copied at least (domain model R42). */
  backupBaseline?: BackupBaseline
}

/** The organisation as policies need it. All answers are from memory; unknown ids give undefined or []. */
export interface OrgTree {
  node(id: string): OrgNode | undefined
  /** The unit itself, then its parent, up to the root. */
  path(id: string): readonly string[]
  /** The unit itself and all units under it. */
  below(id: string): readonly string[]
}

/** Holds the role with a scope unit that is the unit or stands above it. */
export function holds(actor: Actor, role: string, orgUnitId: string | undefined): boolean {
  if (!orgUnitId) return false
  const path = actor.tree.path(orgUnitId)
  return actor.grants.some((grant) => grant.role === role && path.includes(grant.scopeOrgUnitId))
}

/** Holds the role somewhere, whatever the scope. */
export function holdsAnywhere(actor: Actor, role: string): boolean {
  return actor.grants.some((grant) => grant.role === role)
}

/** Holds that role and no other: who keeps the platform in order, say, has nothing to do with what it holds. */
export function holdsOnly(actor: Actor, role: string): boolean {
  return actor.grants.length > 0 && actor.grants.every((grant) => grant.role === role)
}

/** All units within the scopes in which the actor holds the role. */
export function unitsOf(actor: Actor, role: string): string[] {
  const units = actor.grants
    .filter((grant) => grant.role === role)
    .flatMap((grant) => actor.tree.below(grant.scopeOrgUnitId))
  return [...new Set(units)]
}
