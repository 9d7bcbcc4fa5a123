import type { Page } from 'playwright-core'
import type { PageState } from './page-state.ts'

const supplier = (state: string, part: string, shows: string, person = 'avtal'): PageState => ({
  route: '/leverantorer/:id/:part?',
  address: (ids) => `/leverantorer/${ids.supplier}${part}`,
  person,
  state,
  shows,
})

const agreement = (state: string, part: string, shows: string, open?: (page: Page) => Promise<void>): PageState => ({
  route: '/avtal/:id/:part?',
  address: (ids) => `/avtal/${ids.agreement}${part}`,
  person: 'avtal',
  state,
  shows,
  ...(open && { open }),
})

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
  { route: '/avtal', address: '/avtal', person: 'samordnare', state: 'all', shows: 'PUB-avtal PACS Bildarkiv' },
  {
    route: '/avtal',
    address: '/avtal',
    person: 'anmalare',
    state: 'to one who reads none',
    shows: 'Här ska era avtal',
  },
  {
    route: '/leverantorer/tackning',
    address: '/leverantorer/tackning',
    person: 'avtal',
    state: 'today',
    shows: 'Bildarkiv Demo GmbH',
  },
  {
    route: '/leverantorer/tackning',
    address: '/leverantorer/tackning?brister=1&den=2027-12-31',
    person: 'dso',
    state: 'gaps on a later day, a cell chosen',
    shows: /saknar PUB-avtal/,
    open: async (page) => {
      await page.locator('a.fk-cov:not([data-c="covered"])').first().click()
      await page.locator('#parh').waitFor()
    },
  },
  {
    route: '/leverantorer/tackning',
    address: '/leverantorer/tackning',
    person: 'anmalare',
    state: 'to one whom it is not for',
    shows: /behörighet/,
  },
  {
    route: '/leverantorer/kalender',
    address: '/leverantorer/kalender',
    person: 'avtal',
    state: 'a year',
    shows: 'Vad',
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
    shows: 'Ändra PUB-avtal PACS Bildarkiv',
  },
  supplier('overview', '', 'Ska bedömas på nytt'),
  supplier('overview to one who sees no coverage', '', 'Vem leverantören är', 'anmalare'),
  supplier('agreements', '/avtal', 'Nytt avtal'),
  supplier('used in', '/anvands', 'Personuppgiftsansvarig'),
  supplier('history', '/historik', 'Revisioner'),
  supplier('comments', '/kommentarer', 'Kommentarer'),
  agreement('overview', '', 'Innehåll enligt artikel 28.3'),
  agreement('sub-processors and versions of the list', '/underbitraden', 'Jämför versioner av listan'),
  agreement('documents, a file that is none', '/dokument', 'Lägg till ett dokument', async (page) => {
    const file = { name: 'avtal.pdf', mimeType: 'application/pdf', buffer: Buffer.from('inte en pdf') }
    await page.locator('input[type="file"]').setInputFiles(file)
    await page.getByRole('button', { name: 'Lägg till dokumentet' }).click()
    await page.locator('.ds-validation-message').waitFor()
  }),
  agreement('what ends with it', '/slut', 'Sista dagen'),
  agreement('history', '/historik', 'Revisioner'),
  agreement('comments', '/kommentarer', 'Kommentarer'),
  agreement('dialog of a decision on a sub-processor', '/underbitraden', 'Underbiträden', async (page) => {
    await page
      .getByRole('button', { name: /^(Pröva|Ändra beslutet)/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
  }),
  agreement('dialog of a new list', '', 'Underbiträden', async (page) => {
    await page.locator('main summary', { hasText: 'Mer' }).first().click()
    await page.getByRole('button', { name: 'Ny lista över underbiträden' }).click()
    await page.getByRole('dialog').waitFor()
  }),
  {
    route: '/avtal/:id/:part?',
    address: (ids) => `/avtal/${ids.agreement}`,
    person: 'anmalare',
    state: 'to one who may not read it',
    shows: /./,
  },
]
