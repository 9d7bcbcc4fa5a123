/** Who somebody is to a notification of Hjärtmottagningen, filed by `anmalare`, with `anmalare2` as its contact. */
export const people = {
  anmalare: 'initiator',
  anmalare2: 'contact, works elsewhere',
  'eva.lindgren': 'manager of the unit',
  chef: 'manager of the administration',
  samordnare: 'coordinator of the administration',
  dso: 'data protection officer of the region',
  registrator: 'registrar',
  revisor: 'auditor',
  infosak: 'information security coordinator of the region',
  'petra.vik': 'information security coordinator of the administration',
  'ylva.hedman': 'CISO',
  it: 'manager of IT assets',
  mt: 'manager of medical devices',
  systemagare: 'system owner',
  avtal: 'contract owner',
  registerutdrag: 'extract officer',
  'gunilla.ek': 'coordinator of another administration',
  'amir.rahimi': 'manager of another unit',
  'dso.exempelby': 'data protection officer of another principal',
  admin: 'administrator of the platform',
} as const

export type Person = keyof typeof people

/**
 * What a person may do in a state: `newest` or `inForce` for what is read, then the actions.
 * Written by hand from the domain model, section 4 (transitions), 6 (access) and 10 (items 15, 18, 19, 21, 22, 24); nothing is taken
 * from the policy that it tests. Who is not named in a state reads what `others` says and does nothing.
 */
export interface Expectation {
  others: 'inForce' | 'nothing'
  named: { readonly [person in Person]?: string }
}

const everybodyInForce = 'inForce'

export const expected: { readonly [state: string]: Expectation } = {
  draft: {
    others: 'nothing',
    named: {
      anmalare: 'newest edit submit withdraw',
      'eva.lindgren': 'newest edit submit',
      chef: 'newest edit submit',
      samordnare: 'newest edit submit',
    },
  },
  withdrawn: {
    others: 'nothing',
    named: { anmalare: 'newest', 'eva.lindgren': 'newest', chef: 'newest', samordnare: 'newest' },
  },
  submitted: {
    others: 'nothing',
    named: {
      anmalare: 'newest',
      anmalare2: 'newest',
      'eva.lindgren': 'newest attest',
      chef: 'newest attest',
      samordnare: 'newest take',
      dso: 'newest remark',
    },
  },
  returned: {
    others: 'nothing',
    named: {
      anmalare: 'newest edit submit withdraw',
      anmalare2: 'newest edit submit',
      'eva.lindgren': 'newest edit submit',
      chef: 'newest edit submit',
      samordnare: 'newest edit submit',
      dso: 'newest remark',
    },
  },
  coordinatorReview: {
    others: 'nothing',
    named: {
      anmalare: 'newest',
      anmalare2: 'newest',
      'eva.lindgren': 'newest attest',
      chef: 'newest attest',
      samordnare: 'newest return forward refuse',
      dso: 'newest refuse remark',
    },
  },
  'refusal proposed': {
    others: 'nothing',
    named: {
      anmalare: 'newest',
      anmalare2: 'newest',
      'eva.lindgren': 'newest attest',
      chef: 'newest attest',
      samordnare: 'newest return forward refuse',
      dso: 'newest refuse decline remark',
    },
  },
  dpoReview: {
    others: 'nothing',
    named: {
      anmalare: 'newest',
      anmalare2: 'newest',
      'eva.lindgren': 'newest attest',
      chef: 'newest attest',
      samordnare: 'newest',
      dso: 'newest return refuse register remark',
    },
  },
  notRegistrable: {
    others: 'nothing',
    named: {
      anmalare: 'newest',
      anmalare2: 'newest',
      'eva.lindgren': 'newest',
      chef: 'newest',
      samordnare: 'newest',
      dso: 'newest',
    },
  },
  registered: {
    others: everybodyInForce,
    named: {
      anmalare: 'newest revise',
      anmalare2: 'newest revise confirm end',
      'eva.lindgren': 'newest revise confirm end',
      chef: 'newest revise confirm end',
      samordnare: 'newest revise',
      dso: 'newest revise end remark',
      admin: 'nothing',
    },
  },
  'end proposed': {
    others: everybodyInForce,
    named: {
      anmalare: 'newest revise',
      anmalare2: 'newest revise confirm end',
      'eva.lindgren': 'newest revise confirm end',
      chef: 'newest revise confirm end',
      samordnare: 'newest revise',
      dso: 'newest revise end decline remark',
      admin: 'nothing',
    },
  },
  'remark open': {
    others: everybodyInForce,
    named: {
      anmalare: 'newest revise answerRemark',
      anmalare2: 'newest revise confirm end answerRemark',
      'eva.lindgren': 'newest revise confirm end answerRemark',
      chef: 'newest revise confirm end answerRemark',
      samordnare: 'newest revise',
      dso: 'newest revise end remark closeRemark',
      admin: 'nothing',
    },
  },
  revision: {
    others: everybodyInForce,
    named: {
      anmalare: 'newest edit submit discard',
      anmalare2: 'newest edit submit discard',
      'eva.lindgren': 'newest edit submit discard',
      chef: 'newest edit submit discard',
      samordnare: 'newest edit submit discard register',
      dso: 'newest edit discard register remark',
      admin: 'nothing',
    },
  },
  ended: {
    others: everybodyInForce,
    named: {
      anmalare: 'newest',
      anmalare2: 'newest',
      'eva.lindgren': 'newest',
      chef: 'newest',
      samordnare: 'newest',
      dso: 'newest archive reopen remark',
      registrator: 'inForce archive',
      admin: 'nothing',
    },
  },
  archived: {
    others: everybodyInForce,
    named: {
      anmalare: 'newest',
      anmalare2: 'newest',
      'eva.lindgren': 'newest',
      chef: 'newest',
      samordnare: 'newest',
      dso: 'newest reopen',
      admin: 'nothing',
    },
  },
}

/** Who reads secrecy-marked fields of such a record (domain section 6, "Read secrecy-marked fields"). */
export const readsSecrets: readonly Person[] = [
  'anmalare',
  'anmalare2',
  'eva.lindgren',
  'chef',
  'samordnare',
  'dso',
  'infosak',
  'petra.vik',
  'ylva.hedman',
  'registrator',
  'revisor',
]
