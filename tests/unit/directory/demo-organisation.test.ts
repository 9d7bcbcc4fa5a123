import { describe, expect, it } from 'vitest'
import { demoUnits } from '../../../functions/demo/organisation.ts'
import { demoPeople } from '../../../functions/demo/people.ts'
import { demoRoles } from '../../../functions/demo/roles.ts'
import { conflictingWithDpo } from '../../../functions/directory/roles.ts'

const keys = demoUnits.map(({ key }) => key)

describe('the demo organisation', () => {
  it('names each unit and person once, and every unit after the one it stands under', () => {
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(demoPeople.map(({ userId }) => userId)).size).toBe(demoPeople.length)
    for (const [index, { parent }] of demoUnits.entries()) {
      if (parent) expect(keys.slice(0, index)).toContain(parent)
    }
  })

  it('has thirteen people to sign in as, one for each role of the domain model', () => {
    const logins = demoPeople.filter(({ login }) => login).map(({ userId }) => userId)
    expect(logins).toEqual(
      'anmalare chef samordnare dso it mt systemagare avtal infosak registerutdrag registrator revisor admin'.split(
        ' ',
      ),
    )
    const held = (userId: string): string[] =>
      demoRoles.filter((role) => role.userId === userId).map(({ role }) => role)
    expect(logins.map((userId) => held(userId).join())).toEqual(
      ',unitManager,dpCoordinator,dpo,itAssetManager,medTechManager,systemOwner,contractOwner,isCoordinator,extractOfficer,registrar,auditor,platformAdmin'.split(
        ',',
      ),
    )
  })

  it('gives roles to people it has, in units it has', () => {
    for (const { userId, scope } of demoRoles) {
      expect(demoPeople.map((person) => person.userId)).toContain(userId)
      expect(keys).toContain(scope)
    }
  })

  it('has a coordinator in every administration but one, a finding of the demo', () => {
    const administrations = demoUnits.filter(({ kind }) => kind === 'administration').map(({ key }) => key)
    const served = new Set(demoRoles.filter(({ role }) => role === 'dpCoordinator').map(({ scope }) => scope))
    expect(administrations.filter((key) => !served.has(key))).toEqual(['trafikforvaltningen'])
  })

  it('keeps its data protection officers free of roles that decide over processing', () => {
    const officers = demoRoles.filter(({ role }) => role === 'dpo').map(({ userId }) => userId)
    expect(officers).toEqual(['dso', 'dso.exempelby'])
    expect(
      demoRoles.filter(({ userId, role }) => officers.includes(userId) && conflictingWithDpo.includes(role)),
    ).toEqual([])
  })
})
