import { describe, expect, it } from 'vitest'
import { isCurrent, navItems } from '../../../../web/shell/nav.ts'

function menuOf(...roles: string[]): string[] {
  const session = {
    person: { id: 'per_1', userId: 'x', displayName: 'X' },
    roles: roles.map((role) => ({ role, scopeOrgUnitId: 'org_1' })),
    language: 'sv' as const,
  }
  return navItems(session).map((item) => item.key)
}

describe('the main menu', () => {
  it('holds start, own notifications and the register for any employee', () => {
    expect(menuOf()).toEqual(['start', 'mine', 'register'])
  })

  it('leads those who keep or watch over assets to the inventory', () => {
    expect(menuOf('itAssetManager')).toEqual(['start', 'mine', 'register', 'assets', 'intake'])
    expect(menuOf('dpo')).toContain('assets')
    expect(menuOf('unitManager')).not.toContain('assets')
  })

  it('leads those who buy or watch over agreements to the suppliers', () => {
    expect(menuOf('contractOwner')).toContain('suppliers')
    expect(menuOf('dpCoordinator')).toContain('suppliers')
    expect(menuOf('initiator')).not.toContain('suppliers')
  })

  it('shows a platform administrator no contents', () => {
    expect(menuOf('platformAdmin')).not.toContain('register')
  })

  it('leads those who keep the organisation, and who erases people who have left, to the directory', () => {
    expect(menuOf('platformAdmin')).toContain('organisation')
    expect(menuOf('dpo')).toContain('organisation')
    expect(menuOf('dpCoordinator')).not.toContain('organisation')
  })

  it('marks the item under which a page lies', () => {
    expect(isCurrent('/', '/')).toBe(true)
    expect(isCurrent('/', '/anmalningar')).toBe(false)
    expect(isCurrent('/anmalningar', '/anmal/act_1/d')).toBe(true)
    expect(isCurrent('/anmalningar', '/anmal')).toBe(true)
    expect(isCurrent('/registret', '/behandlingar/act_1')).toBe(true)
    expect(isCurrent('/leverantorer', '/avtal/agr_1')).toBe(true)
  })
})
