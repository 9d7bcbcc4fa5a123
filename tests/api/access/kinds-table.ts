/** Somebody of each role of domain section 6, and one without any. */
export const people = [
  'anmalare',
  'chef',
  'samordnare',
  'dso',
  'it',
  'mt',
  'systemagare',
  'avtal',
  'infosak',
  'registerutdrag',
  'registrator',
  'revisor',
  'admin',
  'viktor.ahl',
  'it.omsorg',
  'dso.exempelby',
  'ulrika.sand',
] as const

export type Person = (typeof people)[number]

interface Ids {
  units: { readonly [key: string]: string }
  people: { readonly [userId: string]: string }
}

/** A record of a kind, and who may do what with it: by hand from domain sections 6 and 10.24, not from the policies. */
export interface KindExpectation {
  path: string
  data(ids: Ids): object
  /** Who may create such a record; the first one does. */
  creates: readonly [Person, ...Person[]]
  /** Who may change it, when others than may create it. */
  edits?: readonly Person[]
  /** Who may not read it; everybody else may. */
  hiddenFrom: readonly Person[]
}

const allBut = (...named: readonly Person[]): Person[] => people.filter((person) => !named.includes(person))
const onlyPlatform: readonly Person[] = ['admin']

export const kinds: { readonly [kind: string]: KindExpectation } = {
  equipment: {
    path: '/api/equipment',
    data: ({ units }) => ({ name: 'Delad skrivare', usingOrgUnitIds: [units['vardcentralen-eken']] }),
    creates: ['it'],
    hiddenFrom: onlyPlatform,
  },
  'a medical device': {
    path: '/api/medical-devices',
    data: ({ units }) => ({ name: 'Infusionspump', usingOrgUnitIds: [units['hjartmottagningen']] }),
    creates: ['mt'],
    hiddenFrom: onlyPlatform,
  },
  'an application with an owner': {
    path: '/api/applications',
    data: (ids) => ({
      name: 'Linden Journal',
      usingOrgUnitIds: [ids.units['hjartmottagningen']],
      systemOwnerId: ids.people['systemagare'],
      systemAdministratorIds: [ids.people['viktor.ahl']],
    }),
    creates: ['it', 'systemagare', 'viktor.ahl'],
    hiddenFrom: onlyPlatform,
  },
  'an application of the municipality': {
    path: '/api/applications',
    data: ({ units }) => ({ name: 'Omsorgsjournal', usingOrgUnitIds: [units['sektor-omsorg']] }),
    creates: ['it.omsorg'],
    hiddenFrom: onlyPlatform,
  },
  'a supplier': {
    path: '/api/suppliers',
    data: () => ({ name: 'Exempelbolaget AB' }),
    creates: ['avtal'],
    hiddenFrom: onlyPlatform,
  },
  'an agreement of the region': {
    path: '/api/agreements',
    data: ({ units }) => ({ name: 'PUB-avtal journal', controllerOrgUnitIds: [units['regionstyrelsen']] }),
    creates: ['avtal'],
    hiddenFrom: allBut('avtal', 'dso', 'revisor'),
  },
  'an agreement with an owner': {
    path: '/api/agreements',
    data: ({ units, people: known }) => ({
      name: 'PUB-avtal röntgen',
      controllerOrgUnitIds: [units['sjukhusforvaltningen']],
      ownerId: known['systemagare'],
    }),
    creates: ['avtal'],
    hiddenFrom: allBut('avtal', 'dso', 'revisor', 'systemagare', 'samordnare'),
  },
  'an org unit': {
    path: '/api/org-units',
    data: ({ units }) => ({ kind: 'unit', name: 'Dagvården', parentId: units['sjukhusforvaltningen'] }),
    creates: ['admin'],
    hiddenFrom: [],
  },
  'a person': {
    path: '/api/people',
    data: ({ units }) => ({ userId: 'ny.person', displayName: 'Ny Person', orgUnitId: units['hjartmottagningen'] }),
    creates: ['admin'],
    hiddenFrom: [],
  },
  'a vocabulary code': {
    path: '/api/vocabulary-codes',
    data: () => ({ vocabulary: 'subject', code: 'donor', sv: 'Blodgivare', en: 'Blood donor' }),
    creates: ['dso', 'dso.exempelby'],
    hiddenFrom: [],
  },
}
