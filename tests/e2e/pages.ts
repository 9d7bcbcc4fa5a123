import { takeCase } from './harness/filing.ts'
import type { PageState, RecordIds } from './page-state.ts'

const part = (name: string) => (ids: RecordIds) => `/behandlingar/${ids.remarked}/${name}`
const section = (id: string, name: string): PageState => ({
  route: '/anmal/:id/:part',
  address: (ids) => `/anmal/${ids.draft}/${id}`,
  person: 'anmalare',
  state: `section ${id.toUpperCase()} of a draft`,
  shows: name,
})

/**
 * Every state that is looked at beside those of the inventory and of suppliers; a route of the web that is absent in all three fails
 * a test.
 */
export const pages: readonly PageState[] = [
  { route: '/logga-in', address: '/logga-in', state: 'signed out', shows: 'Maja Lindkvist' },
  { route: '/logga-in', address: '/logga-in?fel=expired', state: 'sign-in took too long', shows: 'Logga in' },
  { route: '/inloggningar', address: '/inloggningar', person: 'dso', state: 'signed in', shows: 'den här' },
  { route: '/', address: '/', person: 'anmalare', state: 'initiator with tasks', shows: 'Hej Maja' },
  { route: '/', address: '/', person: 'chef', state: 'manager with something to attest', shows: 'Hej Per' },
  { route: '/', address: '/', person: 'samordnare', state: 'coordinator', shows: 'Att göra' },
  { route: '/', address: '/', person: 'dso', state: 'data protection officer', shows: 'Att göra' },
  { route: '/', address: '/', person: 'admin', state: 'administrator', shows: 'Sköt tjänsten' },
  { route: '/', address: '/', person: 'revisor', state: 'auditor without tasks', shows: 'Hej Nils' },
  {
    route: '/anmalningar',
    address: '/anmalningar',
    person: 'anmalare',
    state: 'some',
    shows: 'Forskningsuttag via KVB',
  },
  { route: '/anmalningar', address: '/anmalningar', person: 'revisor', state: 'none yet', shows: /Mina anmälningar/ },
  {
    route: '/anmalningar/:id',
    address: (ids) => `/anmalningar/${ids.remarked}`,
    person: 'anmalare',
    state: 'registered',
    shows: 'B-2026-0002',
  },
  { route: '/anmal', address: '/anmal', person: 'anmalare', state: 'triage', shows: 'Anmäl en behandling' },
  {
    route: '/anmal',
    address: '/anmal',
    person: 'anmalare',
    state: 'triage without answers',
    shows: 'Anmäl en behandling',
    open: (page) => page.getByRole('button', { name: 'Fortsätt', exact: true }).click(),
  },
  {
    route: '/anmal',
    address: '/anmal',
    person: 'anmalare',
    state: 'triage ends: no notification needed',
    shows: 'Anmäl en behandling',
    open: async (page) => {
      await page.getByLabel('En ny behandling').check()
      await page.getByLabel('Vi tar bara emot eller lämnar ut uppgifter').check()
    },
  },
  section('a', 'Vad ska behandlingen heta?'),
  section('b', 'Varför behandlar ni uppgifterna?'),
  section('c', 'Vilka personer gäller uppgifterna?'),
  section('d', 'Vilka uppgifter hanterar ni?'),
  section('e', 'Vad gör ni med uppgifterna?'),
  section('f', 'Till vem lämnar ni uppgifter?'),
  section('g', 'Hur länge sparar ni uppgifterna?'),
  section('h', 'Hur skyddas uppgifterna?'),
  section('i', 'Informerar ni personerna?'),
  section('j', 'Stämmer något av detta?'),
  section('k', 'Kontrollera och skicka'),
  {
    route: '/anmal/:id/:part',
    address: (ids) => `/anmal/${ids.draft}/a`,
    person: 'anmalare',
    state: 'a date that does not exist, error summary in focus',
    shows: 'Vad ska behandlingen heta?',
    open: async (page) => {
      await page.locator('#f-plannedEndDate').fill('2027-02-31')
      await page.locator('#f-plannedEndDate').blur()
      await page.getByRole('button', { name: /^Spara och fortsätt/ }).click()
    },
  },
  {
    route: '/anmal/:id/:part',
    address: (ids) => `/anmal/${ids.submitted}/a`,
    person: 'chef',
    state: 'sent, so it cannot be edited',
    shows: 'Anmälan kan inte ändras nu',
  },
  {
    route: '/attestera/:id',
    address: (ids) => `/attestera/${ids.submitted}`,
    person: 'chef',
    state: 'to be attested',
    shows: 'Godkänn',
  },
  {
    route: '/avstam/:id',
    address: (ids) => `/avstam/${ids.remarked}`,
    person: 'anmalare',
    state: 'yearly answer by the contact person',
    shows: 'Stämmer',
  },
  { route: '/registret', address: '/registret', person: 'dso', state: 'whole', shows: 'Patientjournal akutmottagning' },
  {
    route: '/registret',
    address: '/registret?state=registered&sensitive=yes',
    person: 'dso',
    state: 'filtered',
    shows: 'Patientjournal akutmottagning',
  },
  { route: '/registret', address: '/registret?q=zzzz', person: 'revisor', state: 'nothing found', shows: /zzzz/ },
  {
    route: '/registret',
    address: '/registret',
    person: 'samordnare',
    state: 'adding a filter',
    shows: 'Registret',
    open: (page) => page.locator('main summary', { hasText: 'Lägg till filter' }).click(),
  },
  {
    route: '/behandlingar/:id/:part?',
    address: (ids) => `/behandlingar/${ids.remarked}`,
    person: 'dso',
    state: 'overview with findings and remarks',
    shows: 'B-2026-0002',
  },
  {
    route: '/behandlingar/:id/:part?',
    address: part('svar'),
    person: 'dso',
    state: 'all answers',
    shows: 'A. Om behandlingen',
  },
  { route: '/behandlingar/:id/:part?', address: part('samband'), person: 'dso', state: 'links', shows: 'Samband' },
  {
    route: '/behandlingar/:id/:part?',
    address: part('historik'),
    person: 'revisor',
    state: 'history',
    shows: 'Historik',
  },
  {
    route: '/behandlingar/:id/:part?',
    address: part('kommentarer'),
    person: 'dso',
    state: 'comments',
    shows: 'Kommentarer',
  },
  {
    route: '/behandlingar/:id/:part?',
    address: part('information'),
    person: 'dso',
    state: 'information text',
    shows: 'Hjärtsvikt',
  },
  { route: '/behandlingar/:id/:part?', address: part('utskrift'), person: 'dso', state: 'print', shows: 'B-2026-0002' },
  {
    route: '/behandlingar/:id/:part?',
    address: (ids) => `/behandlingar/${ids.processor}`,
    person: 'anmalare',
    state: 'processor record read by everybody',
    shows: 'Laboratoriesvar',
  },
  {
    route: '/behandlingar/:id/:part?',
    address: (ids) => `/behandlingar/${ids.remarked}?asOf=2026-06-01`,
    person: 'revisor',
    state: 'as of a date',
    shows: 'Hjärtsvikt',
  },
  {
    route: '/behandlingar/:id/:part?',
    address: (ids) => `/behandlingar/${ids.remarked}?asOf=2020-01-01`,
    person: 'revisor',
    state: 'as of a date before it was in force',
    shows: /./,
  },
  {
    route: '/behandlingar/:id/:part?',
    address: (ids) => `/behandlingar/${ids.remarked}`,
    person: 'dso',
    state: 'menu of actions open',
    shows: 'Hjärtsvikt',
    open: (page) => page.locator('main summary', { hasText: 'Mer' }).first().click(),
  },
  {
    route: '/behandlingar/:id/:part?',
    address: (ids) => `/behandlingar/${ids.remarked}`,
    person: 'dso',
    state: 'dialog to revise',
    shows: 'Hjärtsvikt',
    open: async (page) => {
      await page.getByRole('button', { name: 'Ändra', exact: true }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { route: '/granska', address: '/granska', person: 'samordnare', state: 'inbox', shows: 'E-postlista friskvård' },
  { route: '/granska', address: '/granska', person: 'dso', state: 'inbox empty', shows: 'Inget väntar på dig' },
  {
    route: '/granska/:id',
    address: (ids) => `/granska/${ids.submitted}`,
    person: 'samordnare',
    state: 'case to be taken',
    shows: 'B-2026-0009',
  },
  {
    route: '/granska/:id',
    address: (ids) => `/granska/${ids.submitted}`,
    person: 'samordnare',
    state: 'taken, dialog of a decision',
    shows: 'B-2026-0009',
    open: async (page) => {
      await takeCase(page)
      await page.getByRole('group', { name: 'Beslut' }).getByRole('button', { name: 'Skicka tillbaka' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { route: '/sok', address: '/sok?q=journal', person: 'dso', state: 'found', shows: 'Patientjournal akutmottagning' },
  { route: '/sok', address: '/sok?q=zzzz', person: 'dso', state: 'nothing found', shows: /zzzz/ },
  { route: '/katalog', address: '/katalog', person: 'admin', state: 'org tree', shows: 'Region Demo' },
  {
    route: '/katalog/personer',
    address: '/katalog/personer',
    person: 'admin',
    state: 'people',
    shows: 'Maja Lindkvist',
  },
  {
    route: '/katalog/personer',
    address: '/katalog/personer',
    person: 'dso',
    state: 'people as the officer sees them',
    shows: 'Maja Lindkvist',
  },
  {
    route: '/forsegling',
    address: '/forsegling',
    person: 'dso',
    state: 'seal of the history',
    shows: 'Så kontrolleras historiken',
  },
  { route: '/katalog/roller', address: '/katalog/roller', person: 'admin', state: 'roles', shows: 'Region Demo' },
  { route: '/katalog/inlasning', address: '/katalog/inlasning', person: 'admin', state: 'feed', shows: /JSON|fil/i },
  {
    route: '/katalog/inlasning',
    address: '/katalog/inlasning',
    person: 'admin',
    state: 'a file whose rows are refused',
    shows: 'Prova först',
    open: async (page) => {
      const feed = { orgUnits: [{ key: 'a', name: 'A', kind: 'unit', parentKey: 'nowhere' }] }
      const file = { name: 'fel.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(feed)) }
      await page.getByLabel('Välj fil').setInputFiles(file)
      await page.getByRole('button', { name: 'Prova', exact: true }).click()
      await page.getByRole('heading', { name: 'Det här skulle hända' }).waitFor()
    },
  },
  {
    route: '/katalog/roller',
    address: '/katalog/roller',
    person: 'admin',
    state: 'dialog of a new role, a person being found',
    shows: 'Region Demo',
    open: async (page) => {
      await page.getByRole('button', { name: 'Ge en roll' }).click()
      await page.getByRole('dialog').getByRole('combobox', { name: 'Person' }).fill('Maja')
      await page.getByRole('option', { name: /Maja Lindkvist/ }).waitFor()
    },
  },
  {
    route: '/katalog',
    address: '/katalog',
    person: 'admin',
    state: 'dialog of a unit',
    shows: 'Region Demo',
    open: async (page) => {
      await page.getByRole('button', { name: 'Ändra Akutmottagningen' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { route: '/ordlista', address: '/ordlista', person: 'dso', state: 'vocabularies', shows: 'Ordlista' },
  {
    route: '/ordlista',
    address: '/ordlista?lista=data',
    person: 'dso',
    state: 'a new word without words',
    shows: 'Ordlista',
    open: async (page) => {
      await page.getByRole('button', { name: 'Lägg till ord' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click()
    },
  },
  {
    route: '/registret',
    address: '/registret',
    person: 'admin',
    state: 'to one who reads no contents',
    shows: 'Du läser inte registrets innehåll',
  },
  {
    route: '/registret',
    address: '/registret?state=bogus',
    person: 'dso',
    state: 'an address that is not right',
    shows: 'Adressen stämmer inte',
  },
  { route: '/hjalp', address: '/hjalp', person: 'anmalare', state: 'help', shows: 'När behöver jag anmäla?' },
  {
    route: '/kortkommandon',
    address: '/kortkommandon',
    person: 'anmalare',
    state: 'shortcuts',
    shows: 'Kortkommandon',
  },
  {
    route: '/tillganglighet',
    address: '/tillganglighet',
    person: 'anmalare',
    state: 'statement',
    shows: 'Tillgänglighet',
  },
  {
    route: '/om-dina-uppgifter',
    address: '/om-dina-uppgifter',
    person: 'anmalare',
    state: 'privacy',
    shows: 'Vilka uppgifter?',
  },
  { address: '/finns-inte', person: 'anmalare', state: 'no such page', shows: /./ },
  {
    route: '/behandlingar/:id/:part?',
    address: (ids) => `/behandlingar/${ids.draft}`,
    person: 'revisor',
    state: "somebody else's draft is not there",
    shows: /./,
  },
  {
    address: '/',
    person: 'anmalare',
    state: "the person's own menu open",
    shows: 'Hej Maja',
    open: (page) => page.getByRole('button', { name: /Maja Lindkvist/ }).click(),
  },
]
