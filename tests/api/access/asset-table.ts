/** Who somebody is to the assets below: equipment and a device of Hjärtmottagningen, and a system of its own owner. */
export const people = {
  anmalare: 'an employee of the unit',
  'eva.lindgren': 'manager of the unit, named as responsible',
  chef: 'manager of the administration',
  'amir.rahimi': 'manager of another unit',
  samordnare: 'data protection coordinator of the administration',
  'gunilla.ek': 'coordinator of another administration',
  'petra.vik': 'information security coordinator of the administration',
  infosak: 'information security coordinator of the region',
  'ylva.hedman': 'CISO',
  dso: 'data protection officer of the region',
  'dso.exempelby': 'data protection officer of another principal',
  it: 'manager of IT assets',
  mt: 'manager of medical devices',
  systemagare: 'system owner',
  'viktor.ahl': 'administrator of the system',
  'it.omsorg': 'IT coordinator of the municipality',
  avtal: 'contract owner',
  registerutdrag: 'extract officer',
  registrator: 'registrar',
  revisor: 'auditor',
  admin: 'administrator of the platform',
} as const

export type Person = keyof typeof people

/** What a person may do in a state, by hand from domain sections 4, 6 and 10.27; `secret`: reads the network details. */
export interface AssetExpectation {
  path: string
  /** Who writes it down. */
  by: Person
  data: { [field: string]: unknown }
  /** What everybody may who is not named: nothing but read. */
  states: { readonly [state: string]: { readonly [person in Person]?: string } }
}

/** Decides on marks of secrecy, or proposes them: the same move. */
const looks = 'secret reportMissing verify keep markSecret'
const seesSecret = 'secret'

const marks = 'secret markSecret'

/** Those who read secret fields of everything under their scope, beside the keepers. */
const readers: { readonly [person in Person]?: string } = {
  samordnare: marks,
  'petra.vik': marks,
  infosak: marks,
  'ylva.hedman': marks,
  dso: marks,
  registrator: marks,
  revisor: seesSecret,
}

const keeps = 'secret edit recordChange verify takeSource keep markSecret'

export const assets: { readonly [name: string]: AssetExpectation } = {
  equipment: {
    path: '/api/equipment',
    by: 'it',
    data: { name: 'Dator' },
    states: {
      planned: {
        ...readers,
        it: 'secret edit acquire introduce decommission reportMissing verify takeSource keep markSecret',
        'eva.lindgren': looks,
        chef: looks,
      },
      inOperation: {
        ...readers,
        it: `${keeps} phaseOut decommission store takeOutOfService reportMissing`,
        'eva.lindgren': looks,
        chef: looks,
      },
      missing: {
        ...readers,
        it: `${keeps} decommission recover`,
        'eva.lindgren': 'secret recover verify keep markSecret',
        chef: 'secret recover verify keep markSecret',
      },
      decommissioned: {
        ...readers,
        it: `${keeps} dispose reportMissing`,
        'eva.lindgren': looks,
        chef: looks,
      },
      disposed: { ...readers, it: marks, 'eva.lindgren': marks, chef: marks },
    },
  },
  'a medical device': {
    path: '/api/medical-devices',
    by: 'mt',
    data: { name: 'Pump' },
    states: {
      introduction: {
        ...readers,
        it: seesSecret,
        mt: `${keeps} putInOperation decommission store takeOutOfService reportMissing`,
        'eva.lindgren': looks,
        chef: looks,
      },
      outOfService: {
        ...readers,
        it: seesSecret,
        mt: `${keeps} putInOperation decommission store reportMissing`,
        'eva.lindgren': looks,
        chef: looks,
      },
    },
  },
  'an application': {
    path: '/api/applications',
    by: 'it',
    data: { name: 'Journal' },
    states: {
      planned: {
        ...readers,
        it: 'secret edit introduce decommission reportMissing verify takeSource keep markSecret',
        systemagare: 'secret edit acquire reportMissing verify takeSource keep markSecret',
        'viktor.ahl': 'secret edit markSecret',
        'eva.lindgren': looks,
        chef: looks,
      },
      introduction: {
        ...readers,
        it: `${keeps} decommission store takeOutOfService reportMissing`,
        systemagare: `${keeps} putInOperation reportMissing`,
        'viktor.ahl': 'secret edit markSecret',
        'eva.lindgren': looks,
        chef: looks,
      },
      inOperation: {
        ...readers,
        it: `${keeps} phaseOut decommission store takeOutOfService reportMissing`,
        systemagare: `${keeps} phaseOut reportMissing`,
        'viktor.ahl': 'secret edit markSecret',
        'eva.lindgren': looks,
        chef: looks,
      },
    },
  },
}
