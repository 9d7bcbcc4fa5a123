import { systemActor } from '../directory/directory.ts'
import { orgUnit, type OrgUnitData } from '../directory/org-unit.ts'
import { person } from '../directory/person.ts'
import { roleAssignment } from '../directory/role-assignment.ts'
import { treeOf } from '../directory/tree.ts'
import type { OrgNode } from '../register/actor.ts'
import type { Engine } from '../register/api.ts'
import { demoUnits, type DemoUnit } from './organisation.ts'
import { demoPeople, type DemoPerson } from './people.ts'
import { demoRoles } from './roles.ts'

/** Ids of what was created: units by external key, people by user id. */
export interface DemoDirectory {
  units: { readonly [key: string]: string }
  people: { readonly [userId: string]: string }
}

/**
 * Writes the demo organisation, its people and their roles through the engine into an empty store.
 * @param validFrom  first day of every role assignment, `YYYY-MM-DD`
 */
export async function fillOrganisation(engine: Engine, validFrom: string): Promise<DemoDirectory> {
  const nodes: OrgNode[] = []
  const actor = () => systemActor(treeOf(nodes))
  const units: { [key: string]: string } = {}
  for (const unit of demoUnits) {
    const { record } = await engine.create(orgUnit, unitData(unit, units), actor())
    units[unit.key] = record.id
    nodes.push({ id: record.id, ...record.data })
  }
  const people: { [userId: string]: string } = {}
  for (const someone of demoPeople) {
    const { record } = await engine.create(person, personData(someone, units), actor())
    people[someone.userId] = record.id
  }
  for (const unit of demoUnits.filter(({ dpo }) => dpo)) {
    const data = { ...unitData(unit, units), dpoPersonId: people[unit.dpo!] }
    await engine.update(orgUnit, units[unit.key]!, 1, data, actor())
  }
  for (const { role, userId, scope } of demoRoles) {
    const data = { role, personId: people[userId], scopeOrgUnitId: units[scope], validFrom }
    await engine.create(roleAssignment, data, actor())
  }
  return { units, people }
}

function unitData({ key, parent, dpo: _dpo, ...unit }: DemoUnit, units: { [key: string]: string }): OrgUnitData {
  return { ...unit, externalKey: key, ...(parent && { parentId: units[parent] }) }
}

function personData({ userId, displayName, title, unit }: DemoPerson, units: { [key: string]: string }): object {
  const root = rootOf(unit)
  return {
    userId,
    displayName,
    title,
    orgUnitId: units[unit],
    email: `${userId}@${root === 'exempelby-kommun' ? 'exempelby' : root === 'region-demo' ? 'region' : 'it-forbundet'}.example`,
    ...(root === 'region-demo' && { hsaId: `SE9999000004-${userId.replaceAll('.', '').toUpperCase().slice(0, 18)}` }),
  }
}

function rootOf(key: string): string {
  const parent = demoUnits.find((unit) => unit.key === key)?.parent
  return parent ? rootOf(parent) : key
}
