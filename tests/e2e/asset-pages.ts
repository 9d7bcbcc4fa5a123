import { chooseUnit, openMove } from './harness/asset-steps.ts'
import { beginStockTake, sendFile } from './harness/intake.ts'
import type { PageState } from './page-state.ts'

const asset = (state: string, part: string, shows: string): PageState => ({
  route: '/tillgangar/:kind/:id/:part?',
  address: (ids) => `/tillgangar/system/${ids.system}${part}`,
  person: 'it',
  state,
  shows,
})

/** Every state of the inventory and of imports that is looked at. */
export const assetPages: readonly PageState[] = [
  { route: '/tillgangar', address: '/tillgangar', person: 'it', state: 'every kind', shows: 'Journalsystemet Linden' },
  {
    route: '/tillgangar',
    address: '/tillgangar?kind=medicalDevice&columns=number,name,type,unit,state,responsible,updatedAt',
    person: 'mt',
    state: 'one kind, other columns, menu of columns open',
    shows: 'MR-kamera 3 T',
    open: (page) => page.locator('main summary', { hasText: 'Kolumner' }).click(),
  },
  {
    route: '/tillgangar',
    address: '/tillgangar',
    person: 'it',
    state: 'two chosen, bulk bar',
    shows: 'Journalsystemet Linden',
    open: async (page) => {
      await page.locator('tbody').getByRole('checkbox').nth(0).check()
      await page.locator('tbody').getByRole('checkbox').nth(2).check()
    },
  },
  {
    route: '/tillgangar',
    address: '/tillgangar',
    person: 'it',
    state: 'changing the unit of one',
    shows: 'Journalsystemet Linden',
    open: async (page) => {
      await page.locator('tbody').getByRole('checkbox').nth(0).check()
      await page.getByRole('button', { name: 'Byt verksamhet' }).click()
      await page.getByRole('button', { name: 'Förhandsgranska' }).click()
    },
  },
  { route: '/tillgangar', address: '/tillgangar?q=zzzz', person: 'it', state: 'nothing found', shows: /zzzz/ },
  asset('overview', '', 'Användning och ansvar'),
  asset('links', '/samband', 'Om Journalsystemet Linden stannar'),
  asset('documents', '/dokument', 'Lägg till ett dokument'),
  asset('history', '/historik', 'Revisioner'),
  asset('comments', '/kommentarer', 'Kommentarer'),
  {
    route: '/tillgangar/:kind/:id/:part?',
    address: (ids) => `/tillgangar/system/${ids.system}`,
    person: 'it',
    state: 'dialog that phases it out',
    shows: 'Användning och ansvar',
    open: async (page) => {
      await page.getByRole('button', { name: 'Börja avveckla' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    route: '/tillgangar/:kind/:id/:part?',
    address: (ids) => `/tillgangar/system/${ids.system}`,
    person: 'registrator',
    state: 'a field to be marked as secret, nothing filled in',
    shows: 'Användning och ansvar',
    open: async (page) => {
      await openMove(page, 'Sekretessmarkera')
      await page.getByRole('dialog').getByRole('button', { name: 'Sekretessmarkera' }).click()
    },
  },
  {
    route: '/tillgangar/:kind/:id/:part?',
    address: '/tillgangar/system/app_00000000000000000000000000',
    person: 'it',
    state: 'no such asset',
    shows: /./,
  },
  {
    route: '/tillgangar/:kind/ny',
    address: '/tillgangar/utrustning/ny',
    person: 'it',
    state: 'new equipment without a name, error summary in focus',
    shows: 'Ny utrustning',
    open: (page) => page.getByRole('button', { name: 'Lägg in' }).click(),
  },
  {
    route: '/tillgangar/:kind/:id/andra',
    address: (ids) => `/tillgangar/system/${ids.system}/andra`,
    person: 'it',
    state: 'form of a system',
    shows: 'Ändra Journalsystemet Linden',
  },
  {
    route: '/inlasning',
    address: '/inlasning',
    person: 'it',
    state: 'a file to choose',
    shows: 'Senaste inläsningarna',
  },
  {
    route: '/inlasning',
    address: '/inlasning',
    person: 'it',
    state: 'neither source nor file',
    shows: 'Läs in uppgifter ur en fil',
    open: (page) => page.getByRole('button', { name: 'Läs filen' }).click(),
  },
  {
    route: '/inlasning/:id',
    address: '/inlasning',
    person: 'it',
    state: 'columns to choose',
    shows: 'Senaste inläsningarna',
    open: (page) => sendFile(page, 'bord'),
  },
  {
    route: '/inlasning/:id',
    address: '/inlasning',
    person: 'it',
    state: 'preview with faulty rows',
    shows: 'Senaste inläsningarna',
    open: async (page) => {
      await sendFile(page, 'skrivbord')
      await page.getByRole('button', { name: 'Kontrollera filen' }).click()
      await page.getByRole('heading', { name: /^Felaktiga rader/ }).waitFor()
      await page.locator('main .fk-waiting').waitFor({ state: 'detached' })
    },
  },
  {
    route: '/tillgangar/etiketter',
    address: (ids) => `/tillgangar/etiketter?id=${ids.system}`,
    person: 'it',
    state: 'one label',
    shows: 'Skriv ut 1 etikett',
  },
  { route: '/tillgangar/etiketter', address: '/tillgangar/etiketter', person: 'it', state: 'none', shows: /valda/ },
  {
    route: '/tillgangar/flytta',
    address: '/tillgangar/flytta',
    person: 'it',
    state: 'nothing chosen yet',
    shows: 'Från verksamheten',
    open: (page) => page.getByRole('button', { name: 'Förhandsgranska' }).click(),
  },
  {
    route: '/tillgangar/flytta',
    address: '/tillgangar/flytta',
    person: 'it',
    state: 'a move planned ahead',
    shows: 'Från verksamheten',
    open: async (page) => {
      await chooseUnit(page, 'Från verksamheten', 'Laboratoriet')
      await chooseUnit(page, 'Till verksamheten', 'MT-enheten')
      await page.getByLabel('Från och med').fill('2099-01-01')
      await page.getByRole('button', { name: 'Förhandsgranska' }).click()
      await page.getByRole('button', { name: /^Planera flytten/ }).click()
      await page.getByRole('button', { name: 'Ställ in' }).first().waitFor()
    },
  },
  {
    route: '/tillgangar/inventering',
    address: '/tillgangar/inventering',
    person: 'mt',
    state: 'no unit chosen',
    shows: 'Inventera',
    open: (page) => page.getByRole('button', { name: 'Börja inventera' }).click(),
  },
  {
    route: '/tillgangar/inventering/:id',
    address: '/tillgangar/inventering',
    person: 'mt',
    state: 'begun, one thing counted',
    shows: 'Inventera',
    open: async (page) => {
      await beginStockTake(page, 'Bild och funktion')
      await page.getByLabel('Läs av eller skriv').fill('M-00001')
      await page.getByRole('button', { name: 'Räkna in' }).click()
      await page.getByRole('button', { name: /som inventerad/ }).waitFor()
    },
  },
  { route: '/', address: '/', person: 'it', state: 'keeper of the inventory', shows: 'Att se över i förteckningen' },
  { route: '/', address: '/', person: 'systemagare', state: 'system owner', shows: 'Dina system' },
]
