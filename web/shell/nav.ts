import type { Session } from '../api/session.ts'
import { hasRole, readsNothing } from './session.ts'

interface NavItem {
  key: string
  href: string
  /** Who sees it; everybody when absent. */
  for?: (session: Session) => boolean
}

/** Those whose work leads to the inventory; everybody else reaches an asset from what uses it. */
const inventoryRoles = [
  'itAssetManager',
  'medTechManager',
  'systemOwner',
  'systemAdmin',
  'itCoordinator',
  'contractOwner',
  'dpCoordinator',
  'dpo',
  'isCoordinator',
  'ciso',
  'auditor',
]

/** Those who buy, watch over agreements, or answer for what suppliers run. */
const supplierRoles = ['contractOwner', 'dpCoordinator', 'dpo', 'systemOwner', 'isCoordinator', 'ciso', 'auditor']

const items: readonly NavItem[] = [
  { key: 'start', href: '/' },
  { key: 'mine', href: '/anmalningar', for: (session) => !hasRole(session, 'dpo') && !readsNothing(session) },
  { key: 'review', href: '/granska', for: (session) => hasRole(session, 'dpCoordinator', 'dpo') },
  { key: 'register', href: '/registret', for: (session) => !readsNothing(session) },
  { key: 'assets', href: '/tillgangar', for: (session) => hasRole(session, ...inventoryRoles) },
  { key: 'suppliers', href: '/leverantorer', for: (session) => hasRole(session, ...supplierRoles) },
  {
    key: 'intake',
    href: '/inlasning',
    for: (session) => hasRole(session, 'itAssetManager', 'medTechManager'),
  },
  { key: 'vocabulary', href: '/ordlista', for: (session) => hasRole(session, 'dpo') },
  { key: 'organisation', href: '/katalog', for: (session) => hasRole(session, 'platformAdmin', 'dpo') },
]

/** The main menu as this person sees it. */
export function navItems(session: Session): readonly NavItem[] {
  return items.filter((item) => item.for?.(session) ?? true)
}

/** Whether an address lies under a menu item. */
export function isCurrent(href: string, path: string): boolean {
  if (href === '/') return path === '/'
  if (href === '/anmalningar' && /^\/anmal(\/|$)/.test(path)) return true
  if (href === '/registret' && path.startsWith('/behandlingar')) return true
  if (href === '/leverantorer' && /^\/avtal(\/|$)/.test(path)) return true
  return path === href || path.startsWith(`${href}/`)
}
