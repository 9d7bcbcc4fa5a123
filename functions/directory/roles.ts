/** The roles a person may be assigned (domain model section 6). `initiator` is everybody's and `public` nobody's, so neither stands here. */
export const roles = [
  'unitManager',
  'contact',
  'dpCoordinator',
  'dpo',
  'extractOfficer',
  'isCoordinator',
  'ciso',
  'itAssetManager',
  'medTechManager',
  'systemOwner',
  'systemAdmin',
  'itCoordinator',
  'contractOwner',
  'registrar',
  'kvb',
  'auditor',
  'platformAdmin',
] as const

export type Role = (typeof roles)[number]

/** Roles that decide over processing, which a data protection officer may not do (DSF 38.6). */
export const conflictingWithDpo: readonly Role[] = [
  'systemOwner',
  'unitManager',
  'itAssetManager',
  'ciso',
  'contractOwner',
]
