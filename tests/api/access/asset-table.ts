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

const looks = 'secret reportMissing verify keep'
const seesSecret = 'secret'

/** Those who read secret fields of everything under their scope, beside the keepers. */
const readers: { readonly [person in Person]?: string } = {
  samordnare: seesSecret,
  'petra.vik': seesSecret,
  infosak: seesSecret,
  'ylva.hedman': seesSecret,
  dso: seesSecret,
  registrator: seesSecret,
  revisor: seesSecret,
}

const keeps = 'secret edit recordChange verify takeSource keep'

export const assets: { readonly [name: string]: AssetExpectation } = {
  equipment: {
    path: '/api/equipment',
    by: 'it',
    data: { name: 'Dator' },
    states: {
      planned: {
        ...readers,
        it: 'secret edit acquire introduce decommission reportMissing verify takeSource keep',
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
        'eva.lindgren': 'secret recover verify keep',
        chef: 'secret recover verify keep',
      },
      decommissioned: {
        ...readers,
        it: `${keeps} dispose reportMissing`,
        'eva.lindgren': looks,
        chef: looks,
      },
      disposed: { ...readers, it: 'secret', 'eva.lindgren': 'secret', chef: 'secret' },
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
        it: 'secret edit introduce decommission reportMissing verify takeSource keep',
        systemagare: 'secret edit acquire reportMissing verify takeSource keep',
        'viktor.ahl': 'secret edit',
        'eva.lindgren': looks,
        chef: looks,
      },
      introduction: {
        ...readers,
        it: `${keeps} decommission store takeOutOfService reportMissing`,
        systemagare: `${keeps} putInOperation reportMissing`,
        'viktor.ahl': 'secret edit',
        'eva.lindgren': looks,
        chef: looks,
      },
      inOperation: {
        ...readers,
        it: `${keeps} phaseOut decommission store takeOutOfService reportMissing`,
        systemagare: `${keeps} phaseOut reportMissing`,
        'viktor.ahl': 'secret edit',
        'eva.lindgren': looks,
        chef: looks,
      },
    },
  },
}
