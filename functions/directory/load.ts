import type { Actor, OrgNode, OrgTree } from '../register/actor.ts'
import type { ReadingEngine, Summary } from '../register/api.ts'
import type { Outline } from '../register/outline.ts'
import type { DirectoryFacts } from './findings.ts'
import { orgUnitOutline } from './org-unit-outline.ts'
import type { OrgUnitData } from './org-unit.ts'
import { personOutline } from './person-outline.ts'
import type { PersonData } from './person.ts'
import { roleAssignmentOutline } from './role-assignment-outline.ts'
import type { RoleAssignmentData } from './role-assignment.ts'
import { treeOf } from './tree.ts'
import { vocabularyCodeOutline } from './vocabulary-code-outline.ts'
import type { VocabularyCodeData } from './vocabulary-code.ts'

/** A person who may come in, with role assignments. */
export interface Known {
  personId: string
  userId: string
  displayName: string
  title?: string
  orgUnitId?: string
  roles: readonly RoleAssignmentData[]
}

/** The product itself as it reads the directory. */
export const reader: Actor = { personId: 'system', language: 'sv', grants: [], tree: treeOf([]), system: true }

/** All units, ended ones too, since old records stand under them. */
export async function loadTree(engine: ReadingEngine): Promise<OrgTree> {
  return treeOf(await loadUnits(engine))
}

/** All units as nodes of a tree, in any order. */
export async function loadUnits(engine: ReadingEngine): Promise<OrgNode[]> {
  return (await everyUnit(engine)).map(nodeOf)
}

/** All units as their lines in lists, ended ones too. */
export function everyUnit(engine: ReadingEngine): Promise<Summary[]> {
  return all(engine, orgUnitOutline, { state: orgUnitOutline.states })
}

/** A unit as a node of the tree. */
export function nodeOf({ id, state, data }: Pick<Summary, 'id' | 'state'> & { data: object }): OrgNode {
  const { name, kind, parentId, orgNumber, dpoPersonId, reorganisedAt, backupBaseline } = data as OrgUnitData
  const optional = {
    ...(parentId && { parentId }),
    ...(orgNumber && { orgNumber }),
    ...(dpoPersonId && { dpoPersonId }),
    ...(reorganisedAt && { reorganisedAt }),
    ...(backupBaseline && { backupBaseline }),
    ...(state === 'ended' && { ended: true }),
  }
  return { id, name, kind, ...optional }
}

/** Everybody who is active. */
export async function loadPeople(engine: ReadingEngine): Promise<{ id: string; revision: number; data: PersonData }[]> {
  const people = await all(engine, personOutline, { state: ['active'] })
  return people.map(({ id, revision, data }) => ({ id, revision, data: data as unknown as PersonData }))
}

/** What the findings of the directory are computed from, as it stands on a day (`YYYY-MM-DD`). */
export async function loadFacts(engine: ReadingEngine, tree: OrgTree, today: string): Promise<DirectoryFacts> {
  const units = await all(engine, orgUnitOutline, { state: ['active'] })
  const people = await loadPeople(engine)
  const assignments = await all(engine, roleAssignmentOutline)
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
export async function loadCodes(engine: ReadingEngine): Promise<AddedCodes> {
  const codes = (await all(engine, vocabularyCodeOutline)).map(({ data }) => data as unknown as VocabularyCodeData)
  return Object.fromEntries(Map.groupBy(codes, ({ vocabulary }) => vocabulary))
}

/** An active person with all role assignments, past and coming ones too; undefined for others. */
export async function loadPerson(engine: ReadingEngine, id: string): Promise<Known | undefined> {
  const [record] = await engine.getMany(personOutline, [id], reader)
  if (record?.state !== 'active') return undefined
  const { userId, displayName, title, orgUnitId } = record.data
  const assignments = await all(engine, roleAssignmentOutline, { person: [id] })
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
  engine: ReadingEngine,
  kind: Outline<T>,
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
