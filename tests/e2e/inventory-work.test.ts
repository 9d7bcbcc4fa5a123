import { readFile } from 'node:fs/promises'
import { readSheet } from 'read-excel-file/node'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { chooseUnit, feed, openMove } from './harness/asset-steps.ts'
import { openStory } from './harness/story.ts'

const day = '2026-11-20'
const story = openStory({ clock: `${day}T09:00:00Z` })
const main = (page: Page) => page.locator('main')
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

let page: Page
let address: string
beforeAll(async () => {
  page = await story.people.as('it', '/tillgangar')
  const unit = { usingOrgUnitIds: [await unitId('Laboratoriet')] }
  const items = [1, 2, 3].map((nr) => ({
    kind: 'equipment',
    key: `LAB-${nr}`,
    data: { ...unit, name: `Labbdator ${nr}`, model: 'D7', network: [{ hostname: `lab-${nr}` }] },
  }))
  const [id] = await feed(page, 'labbet', items)
  address = `/tillgangar/utrustning/${id}`
}, 120_000)

async function unitId(name: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const { items } = await (await fetch('/api/org-units?limit=200')).json()
    return items.find(({ data }: { data: { name: string } }) => data.name === wanted).id
  }, name)
}

describe('a field that a source and a person both know', () => {
  it('shows what the source says beside what the person wrote, and takes it with one press', async () => {
    await page.goto(`${address}/andra`)
    await page.getByLabel('Modell', { exact: true }).fill('T14')
    await button(page, 'Spara ändringarna').click()
    await heading(page, 'Labbdator 1')
    await main(page).getByText('Källan labbet säger: D7.').waitFor()
    await button(page, /^Ta källans värde/).click()
    await main(page).getByText('Källan labbet säger').waitFor({ state: 'detached' })
    expect(await main(page).getByText('T14', { exact: true }).count()).toBe(0)
    await page.goto('/tillgangar?waiting=sourceSays&source=labbet')
    await expect.poll(() => page.title()).toContain('Tillgångar')
    await main(page).locator('.fk-waiting').waitFor({ state: 'detached' })
    expect(await main(page).locator('tbody').getByRole('row').count()).toBe(0)
  })
})

describe('a secret field', () => {
  it('is marked by the data protection officer, hidden from others, and open again when the mark is lifted', async () => {
    const officer = await story.people.as('dso', address)
    await heading(officer, 'Labbdator 1')
    await officer.getByText('Datornamn: lab-1').waitFor()
    await openMove(officer, 'Sekretessmarkera')
    await officer.getByRole('dialog').getByRole('button', { name: 'Sekretessmarkera' }).click()
    await officer.getByText('Välj vilket fält som är hemligt').waitFor()
    await officer.getByLabel('Fält').selectOption({ label: 'Modell' })
    await officer.getByLabel('Myndighet').fill('Regionstyrelsen')
    await officer.getByRole('dialog').getByRole('button', { name: 'Sekretessmarkera' }).click()
    await officer.getByRole('heading', { name: 'Sekretessmarkeringar' }).waitFor()

    const other = await story.people.as('avtal', address)
    await heading(other, 'Labbdator 1')
    await expect.poll(() => main(other).getByText('Sekretess, OSL 18:8').count()).toBeGreaterThan(1)
    const shown = await main(other).innerText()
    expect(shown).not.toContain('D7')
    expect(shown).not.toContain('Datornamn: lab-1')

    await button(officer, /^Häv/).click()
    await officer.getByRole('dialog').getByRole('button', { name: /^Häv/ }).click()
    await officer.getByRole('heading', { name: 'Sekretessmarkeringar' }).waitFor({ state: 'detached' })
    await other.reload()
    await main(other).getByText('D7').waitFor()
  })

  it('is proposed by who answers for it, and decided by the registrar', async () => {
    await page.goto(`${address}/andra`)
    await page.getByLabel('Ansvarig', { exact: true }).fill('Maja')
    await page.getByRole('option', { name: /Maja Lindkvist/ }).click()
    await button(page, 'Spara ändringarna').click()
    await heading(page, 'Labbdator 1')
    const nurse = await story.people.as('anmalare', address)
    await heading(nurse, 'Labbdator 1')
    await openMove(nurse, 'Sekretessmarkera')
    await nurse.getByLabel('Fält').selectOption({ label: 'Modell' })
    await nurse.getByLabel('Myndighet').fill('Regionstyrelsen')
    await nurse.getByRole('dialog').getByRole('button', { name: 'Sekretessmarkera' }).click()
    await nurse.getByText('Den som beslutar om sekretess svarar på förslaget.').waitFor()
    const registrar = await story.people.as('registrator', '/tillgangar?waiting=proposal')
    await main(registrar).getByRole('link', { name: 'Labbdator 1' }).click()
    await button(registrar, 'Avslå förslaget').click()
    await registrar.getByRole('dialog').getByRole('button', { name: 'Avslå förslaget' }).click()
    await registrar.getByRole('heading', { name: 'Sekretessmarkeringar' }).waitFor({ state: 'detached' })
  })
})

describe('a list', () => {
  it('is saved as a file of what it shows', async () => {
    await page.goto('/tillgangar?kind=equipment&source=labbet&sort=name')
    await main(page).getByRole('link', { name: 'Labbdator 3' }).waitFor()
    for (const [name, ending] of [
      ['CSV, semikolon', 'csv'],
      ['Excel (högst 50 000 rader)', 'xlsx'],
    ] as const) {
      await main(page).locator('summary', { hasText: 'Exportera' }).click()
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name }).click()
      const file = await (await download).path()
      expect((await download).suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`))
      if (ending === 'xlsx') {
        expect(await readSheet(file)).toHaveLength(4)
        continue
      }
      const text = await readFile(file, 'utf8')
      expect(text.charCodeAt(0)).toBe(0xfeff)
      expect(text.split('\r\n').filter(Boolean)).toHaveLength(4)
      expect(text).toContain('Labbdator 2')
      await page.keyboard.press('Escape')
    }
  })
})

describe('a reorganisation', () => {
  it('ahead of its day is planned with what it will do, and can be cancelled', async () => {
    await page.goto('/tillgangar/flytta')
    await chooseUnit(page, 'Från verksamheten', 'Laboratoriet')
    await chooseUnit(page, 'Till verksamheten', 'MT-enheten')
    await page.getByLabel('Från och med').fill('2027-01-01')
    await button(page, 'Förhandsgranska').click()
    await main(page).getByRole('link', { name: 'Labbdator 1' }).first().waitFor()
    await button(page, 'Planera flytten till 1 januari 2027').click()
    await main(page).getByText('Flytten görs 1 januari 2027.').waitFor()
    await button(page, 'Ställ in').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ställ in' }).click()
    await main(page).getByRole('cell', { name: 'Inställd' }).waitFor()
  })

  it('on its day moves everything that one may change, and says what is left', async () => {
    await page.goto('/tillgangar/flytta')
    await chooseUnit(page, 'Från verksamheten', 'Laboratoriet')
    await chooseUnit(page, 'Till verksamheten', 'MT-enheten')
    await page.getByLabel('Från och med').fill(day)
    await button(page, 'Förhandsgranska').click()
    await button(page, /^Ändra \d/).click()
    await main(page)
      .getByText(/^\d+ tillgångar är ändrade\.$/)
      .waitFor()
    await page.goto(address)
    await main(page).getByText('MT-enheten').first().waitFor()
  })
})

describe('a workbook', () => {
  const sheet = (names: readonly string[], model: string) => [
    ['Inv.nr', 'Datornamn', 'Modell'].map((value) => ({ value })),
    ...names.map((name, at) => [{ value: `BOK-${at}` }, { value: name }, { value: model }]),
  ]

  async function send(model: string): Promise<void> {
    const names = Array.from({ length: 30 }, (_, at) => `Bokdator ${at}`)
    const file = await writeWorkbook([
      { data: [[{ value: 'Läs mig' }], [{ value: 'inget här' }]], sheet: 'Om filen' },
      { data: sheet(names, model), sheet: 'Datorer' },
    ]).toBuffer()
    await page.goto('/inlasning')
    await page.getByLabel('Källa').fill('boken')
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    await page.locator('input[type=file]').setInputFiles({ name: 'boken.xlsx', mimeType, buffer: file })
    await button(page, 'Läs filen').click()
    await page.getByRole('heading', { name: /^Läs in / }).waitFor()
    await button(page, /^Ändra/).click()
    await page.getByLabel('Blad').selectOption('Datorer')
    await page.getByLabel('Rubrikrad').fill('1')
    await button(page, 'Läs filen igen').click()
    await main(page)
      .getByRole('rowheader', { name: /^Datornamn/ })
      .waitFor()
    await button(page, 'Kontrollera filen').click()
  }

  it('is read from the sheet that is chosen, and asks once more when most of it would change', async () => {
    await send('A')
    await button(page, 'Läs in 30 rader').click()
    await page.getByRole('heading', { name: 'Inläsningen är klar' }).waitFor()
    await send('B')
    await button(page, 'Läs in 30 rader').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('heading', { name: '100 procent av posterna ändras' }).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await button(page, 'Läs in 30 rader').click()
    await dialog.getByRole('button', { name: 'Läs in 30 rader' }).click()
    await page.getByRole('heading', { name: 'Inläsningen är klar' }).waitFor()
  })
})

describe('an asset', () => {
  it('says what is affected if it stops', async () => {
    await page.goto('/tillgangar?kind=application&q=linden')
    await main(page).getByRole('link', { name: 'Journalsystemet Linden' }).click()
    await page.getByRole('link', { name: /^Samband/ }).click()
    await button(page, 'Visa vad som berörs').click()
    await main(page).getByRole('link', { name: 'Patientjournal akutmottagning' }).last().waitFor()
  })

  it('never throws a script error', () => expect(story.people.errors()).toEqual([]))
})
