import type { PageState } from './page-state.ts'

/** The pages of suppliers and agreements, in the states that are looked at. */
export const supplierPages: readonly PageState[] = [
  {
    route: '/leverantorer',
    address: '/leverantorer',
    person: 'avtal',
    state: 'all',
    shows: 'Bildarkiv Demo GmbH',
  },
  {
    route: '/leverantorer',
    address: '/leverantorer?criticality=high&columns=number,name,otherNames,owner,followUp,updatedAt',
    person: 'dso',
    state: 'filtered, other columns, adding a filter',
    shows: 'Bildarkiv Demo GmbH',
    open: (page) => page.locator('main summary', { hasText: 'Lägg till filter' }).click(),
  },
  { route: '/leverantorer', address: '/leverantorer?q=zzzz', person: 'avtal', state: 'nothing found', shows: /zzzz/ },
  { route: '/avtal', address: '/avtal', person: 'samordnare', state: 'all', shows: 'PUB-avtal bildarkiv' },
  {
    route: '/avtal',
    address: '/avtal',
    person: 'anmalare',
    state: 'to one who reads none',
    shows: 'Här ska era avtal',
  },
  {
    route: '/leverantorer/ny',
    address: '/leverantorer/ny',
    person: 'avtal',
    state: 'a name like another, and a number that is none, error summary in focus',
    shows: 'Ny leverantör',
    open: async (page) => {
      await page.getByLabel('Namn', { exact: true }).first().fill('Bildarkiv Demo AB')
      await page.getByText('En leverantör har ett liknande namn.').waitFor()
      await page.locator('#f-orgNumber').fill('556036-0794')
      await page.getByRole('button', { name: 'Lägg in' }).click()
      await page.getByRole('heading', { name: 'Rätta 1 sak' }).waitFor()
    },
  },
  {
    route: '/leverantorer/:id/andra',
    address: ({ supplier }) => `/leverantorer/${supplier}/andra`,
    person: 'avtal',
    state: 'form',
    shows: 'Ändra Bildarkiv Demo GmbH',
  },
  {
    route: '/avtal/ny',
    address: ({ supplier }) => `/avtal/ny?typ=pub&leverantor=${supplier}`,
    person: 'avtal',
    state: 'between the supplier and nobody yet',
    shows: 'Nytt avtal',
  },
  {
    route: '/avtal/:id/andra',
    address: ({ agreement }) => `/avtal/${agreement}/andra`,
    person: 'avtal',
    state: 'form',
    shows: 'Ändra PUB-avtal bildarkiv',
  },
]
