import type { OrgTree } from '../register/actor.ts'
import type { Finding } from '../register/api.ts'
import type { OrgUnitData } from './org-unit.ts'
import type { RoleAssignmentData } from './role-assignment.ts'
import { conflictingWithDpo, type Role } from './roles.ts'

/** A shortcoming of the organisation, and whose it is. */
export interface DirectoryFinding extends Finding {
  target: { kind: 'orgUnit' | 'person'; id: string; name: string }
}

export interface DirectoryFacts {
  tree: OrgTree
  /** Active units only. */
  units: readonly { id: string; data: OrgUnitData }[]
  /** Active people's names by id. */
  people: ReadonlyMap<string, string>
  assignments: readonly RoleAssignmentData[]
  /** `YYYY-MM-DD` in Stockholm. */
  today: string
}

/** The findings GO-01 to GO-03 of the domain model: officers, coordinators, and roles that do not go together. */
export function directoryFindings(facts: DirectoryFacts): DirectoryFinding[] {
  const { people, today } = facts
  const valid = facts.assignments.filter(
    ({ personId, validFrom, validTo }) => people.has(personId) && validFrom <= today && (validTo ?? today) >= today,
  )
  return [...withoutOfficer(facts), ...withoutCoordinator(facts, valid), ...withConflict(facts, valid)]
}

/** GO-08, a house rule: somebody who is to be told of tasks by mail, and whose address takes none. */
export function addressFindings(people: readonly { id: string; name: string }[]): DirectoryFinding[] {
  return people.map(({ id, name }) => ({
    rule: 'GO-08',
    severity: 'M',
    pointer: '/email',
    source: 'DSF 5.1 d',
    target: { kind: 'person', id, name },
  }))
}

function withoutOfficer({ units, people }: DirectoryFacts): DirectoryFinding[] {
  return units
    .filter(({ data }) => data.kind === 'board')
    .flatMap(({ id, data }) => {
      const named = data.dpoPersonId && people.has(data.dpoPersonId)
      if (named && data.imyDpoNotifiedAt) return []
      const pointer = named ? '/imyDpoNotifiedAt' : '/dpoPersonId'
      const target = { kind: 'orgUnit', id, name: data.name } as const
      return [{ rule: 'GO-01', severity: 'K' as const, pointer, source: 'DSF 37.1, 37.7', target }]
    })
}

function withoutCoordinator({ units, tree }: DirectoryFacts, valid: readonly RoleAssignmentData[]): DirectoryFinding[] {
  const served = (id: string, role: Role): boolean =>
    valid.some((assignment) => assignment.role === role && tree.path(id).includes(assignment.scopeOrgUnitId))
  return units
    .filter(({ data }) => data.kind === 'administration')
    .filter(({ id }) => !served(id, 'dpCoordinator') || !served(id, 'isCoordinator'))
    .map(({ id, data }) => ({
      rule: 'GO-02',
      severity: 'H',
      pointer: '',
      source: 'S0',
      target: { kind: 'orgUnit', id, name: data.name },
    }))
}

function withConflict({ people }: DirectoryFacts, valid: readonly RoleAssignmentData[]): DirectoryFinding[] {
  const officers = new Set(valid.filter(({ role }) => role === 'dpo').map(({ personId }) => personId))
  const torn = valid.filter(({ personId, role }) => officers.has(personId) && conflictingWithDpo.includes(role))
  return [...new Set(torn.map(({ personId }) => personId))].map((id) => ({
    rule: 'GO-03',
    severity: 'H',
    pointer: '',
    source: 'DSF 38.6',
    target: { kind: 'person', id, name: people.get(id) ?? '' },
  }))
}
