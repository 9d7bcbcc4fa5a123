/** Who somebody is to an agreement of Hälso- och sjukvårdsnämnden that `systemagare` is named as owner of. */
export const people = {
  avtal: 'contract owner of the region',
  systemagare: 'named as its owner',
  samordnare: 'coordinator of an administration under the controller',
  'gunilla.ek': 'coordinator of another administration under the controller',
  'agnes.wallin': 'coordinator under another controller',
  dso: 'data protection officer of the region',
  revisor: 'auditor',
  'dso.exempelby': 'data protection officer of another principal',
  anmalare: 'employee',
  chef: 'manager of an administration under the controller',
  it: 'manager of IT assets',
  mt: 'manager of medical devices',
  infosak: 'information security coordinator of the region',
  'ylva.hedman': 'CISO',
  registrator: 'registrar',
  registerutdrag: 'extract officer',
  admin: 'administrator of the platform',
} as const

export type Person = keyof typeof people

const upkeep = 'listSubProcessors decideSubProcessor assess'

/**
 * What a person may do in a state of a PUB-avtal, by hand from the domain model, section 4 (agreement), 6 (supplier / agreement edit:
 * contract owner o/f, coordinator the checklist) and 10 (items 15, 24, 28). Who is not named does not read it.
 */
export const expected: { readonly [state: string]: { readonly [person in Person]?: string } } = {
  draft: byRole(`edit negotiate sign close ${upkeep}`, 'confirmChecklist'),
  negotiation: byRole(`edit sign close ${upkeep}`, 'confirmChecklist'),
  signed: byRole(`edit activate terminate close followUp ${upkeep}`, 'confirmChecklist'),
  active: byRole(`edit amend renew terminate close confirmDataReturn followUp ${upkeep}`, 'confirmChecklist'),
  amending: byRole(`edit activate renew terminate close confirmDataReturn followUp ${upkeep}`, 'confirmChecklist'),
  terminated: byRole('close confirmDataReturn followUp', ''),
  closed: byRole('', ''),
}

/** Who sees coverage and the calendar (domain 10.24); the others are refused. */
export const seesCoverage: readonly Person[] = [
  'avtal',
  'systemagare',
  'samordnare',
  'gunilla.ek',
  'agnes.wallin',
  'dso',
  'revisor',
  'dso.exempelby',
]

function byRole(owner: string, coordinator: string): { [person in Person]?: string } {
  return {
    avtal: owner,
    systemagare: '',
    samordnare: coordinator,
    'gunilla.ek': coordinator,
    dso: 'markSecret',
    revisor: '',
  }
}
