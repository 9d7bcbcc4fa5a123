import type { Actor, OrgNode, OrgTree } from '../register/actor.ts'
import type { Engine, Summary } from '../register/api.ts'
import { RegisterError } from '../register/errors.ts'
import type { Kind } from '../register/kind.ts'
import type { DirectoryFacts } from './findings.ts'
import { orgUnit, type OrgUnitData } from './org-unit.ts'
import { person, type PersonData } from './person.ts'
import { roleAssignment, type RoleAssignmentData } from './role-assignment.ts'
import { treeOf } from './tree.ts'
import { vocabularyCode, type VocabularyCodeData } from './vocabulary-code.ts'

/** A person who may come in, with role assignments. */
export interface Known {
  personId: string
  userId: string
  displayName: string
  title?: string
  orgUnitId?: string
  roles: readonly RoleAssignmentData[]
}

const reader: Actor = { personId: 'system', language: 'sv', grants: [], tree: treeOf([]), system: true }

/** All units, ended ones too, since old records stand under them. */
export async function loadTree(engine: Engine): Promise<OrgTree> {
  return treeOf(await loadUnits(engine))
}

/** All units as nodes of a tree, in any order. */
export async function loadUnits(engine: Engine): Promise<OrgNode[]> {
  return (await everyUnit(engine)).map(nodeOf)
}

/**
 * The organisation as it was at a time in the past (RFC 3339 UTC). A unit that came into the register later stands as it came in: the
 * organisation is older than the register.
 */
export async function loadTreeThen(engine: Engine, time: string): Promise<OrgTree> {
  const units = await everyUnit(engine)
  const nodes = await Promise.all(
    units.map(async (unit) => {
      if (unit.updatedAt <= time || unit.revision === 1) return nodeOf(unit)
      const then = await found(engine.get(orgUnit, unit.id, reader, { asOf: time }))
      return nodeOf(then ?? (await engine.get(orgUnit, unit.id, reader, { revision: 1 })).record)
    }),
  )
  return treeOf(nodes)
}

const everyUnit = (engine: Engine) => all(engine, orgUnit, { state: orgUnit.states })

function nodeOf({ id, state, data }: Pick<Summary, 'id' | 'state'> & { data: object }): OrgNode {
  const { name, kind, parentId, orgNumber, dpoPersonId, reorganisedAt } = data as OrgUnitData
  const optional = {
    ...(parentId && { parentId }),
    ...(orgNumber && { orgNumber }),
    ...(dpoPersonId && { dpoPersonId }),
    ...(reorganisedAt && { reorganisedAt }),
    ...(state === 'ended' && { ended: true }),
  }
  return { id, name, kind, ...optional }
}

/** Everybody who is active. */
export async function loadPeople(engine: Engine): Promise<{ id: string; revision: number; data: PersonData }[]> {
  const people = await all(engine, person, { state: ['active'] })
  return people.map(({ id, revision, data }) => ({ id, revision, data: data as unknown as PersonData }))
}

/** What the findings of the directory are computed from, as it stands on a day (`YYYY-MM-DD`). */
export async function loadFacts(engine: Engine, tree: OrgTree, today: string): Promise<DirectoryFacts> {
  const units = await all(engine, orgUnit, { state: ['active'] })
  const people = await loadPeople(engine)
  const assignments = await all(engine, roleAssignment)
  return {
    tree,
    today,
    units: units.map(({ id, data }) => ({ id, data: data as unknown as OrgUnitData })),
    people: new Map(people.map(({ id, data }) => [id, data.displayName])),
    assignments: assignments.map(({ data }) => data as unknown as RoleAssignmentData),
  }
}

/** Codes by the vocabulary they were added to. */
export interface AddedCodes {
  readonly [vocabulary: string]: readonly VocabularyCodeData[]
}

/** The codes added to each vocabulary, retired ones too. */
export async function loadCodes(engine: Engine): Promise<AddedCodes> {
  const codes = (await all(engine, vocabularyCode)).map(({ data }) => data as unknown as VocabularyCodeData)
  return Object.fromEntries(Map.groupBy(codes, ({ vocabulary }) => vocabulary))
}

/** An active person with all role assignments, past and coming ones too; undefined for others. */
export async function loadPerson(engine: Engine, id: string): Promise<Known | undefined> {
  const record = await found(engine.get(person, id, reader))
  if (record?.state !== 'active') return undefined
  const { userId, displayName, title, orgUnitId } = record.data
  const assignments = await all(engine, roleAssignment, { person: [id] })
  return {
    personId: id,
    userId,
    displayName,
    ...(title && { title }),
    ...(orgUnitId && { orgUnitId }),
    roles: assignments.map(({ data }) => data as unknown as RoleAssignmentData),
  }
}

async function all<T extends object>(
  engine: Engine,
  kind: Kind<T>,
  filters: { [name: string]: readonly string[] } = {},
): Promise<Summary[]> {
  const items: Summary[] = []
  let cursor: string | undefined
  do {
    const page = await engine.list(kind, { filters, limit: 200, cursor }, reader)
    items.push(...page.items)
    cursor = page.next
  } while (cursor)
  return items
}

async function found<R>(shown: Promise<{ record: R }>): Promise<R | undefined> {
  try {
    return (await shown).record
  } catch (error) {
    if (error instanceof RegisterError && error.code === 'not-found') return undefined
    throw error
  }
}
