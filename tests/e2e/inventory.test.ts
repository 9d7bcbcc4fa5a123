import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { equipmentFile, sendFile } from './harness/intake.ts'
import { openStory } from './harness/story.ts'

const story = openStory({ steps: true })
const rowsOf = (page: Page) => page.locator('main tbody').getByRole('row')
const linkTo = (page: Page, name: string | RegExp) => page.locator('main').getByRole('link', { name }).first()

let page: Page

beforeAll(async () => {
  page = await story.people.as('it', '/tillgangar')
})

describe('the inventory', () => {
  it('is searched at each key press', async () => {
    await rowsOf(page).first().waitFor()
    const field = page.getByRole('searchbox', { name: 'Sök bland tillgångar' })
    await field.pressSequentially('journals', { delay: 20 })
    await expect.poll(() => rowsOf(page).count()).toBe(1)
    expect(await rowsOf(page).first().textContent()).toContain('Journalsystemet Linden')
    expect(page.url()).toContain('q=journals')
    await field.fill('')
    await expect.poll(() => rowsOf(page).count()).toBeGreaterThan(30)
  })

  it('holds filters and columns in its address', async () => {
    await page.goto('/tillgangar?kind=application&state=inOperation&columns=number,name,responsible')
    await linkTo(page, 'Journalsystemet Linden').waitFor()
    expect(await page.getByRole('columnheader').allTextContents()).toContain('Ansvarig')
    await page.getByRole('button', { name: 'Livscykel: I drift' }).click()
    await expect.poll(() => page.url()).not.toContain('inOperation')
  })

  it('takes in a new asset, says what is missing, and keeps what was written when the window closes', async () => {
    await page.goto('/tillgangar/utrustning/ny')
    await page.getByRole('button', { name: 'Lägg in' }).click()
    await page.getByRole('heading', { name: /^Rätta/ }).waitFor()
    await page.getByLabel('Tillverkare', { exact: true }).fill('Elvedata')
    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.getByText('Det du skrev senast sparades aldrig').waitFor()
    expect(await page.getByLabel('Tillverkare', { exact: true }).inputValue()).toBe('Elvedata')
    await page.getByLabel('Namn', { exact: true }).fill('Provdator')
    await page.getByRole('button', { name: 'Lägg in' }).click()
    await page.getByRole('heading', { name: 'Provdator', level: 1 }).waitFor()
  })

  it('lets two people change different fields, and asks when both change the same', async () => {
    const address = new URL(page.url()).pathname
    const other = await story.people.as('dso', address)
    await other.getByRole('heading', { name: 'Provdator', level: 1 }).waitFor()
    const second = await page.context().newPage()
    await second.goto(`${address}/andra`)
    await page.goto(`${address}/andra`)
    await second.getByLabel('Modell', { exact: true }).fill('T14')
    await second.getByRole('button', { name: 'Spara ändringarna' }).click()
    await second.getByRole('heading', { name: 'Provdator', level: 1 }).waitFor()
    await page.getByLabel('Modell', { exact: true }).fill('D7')
    await page.getByLabel('Serienummer', { exact: true }).fill('PROV-1')
    await page.getByRole('button', { name: 'Spara ändringarna' }).click()
    await page.getByRole('button', { name: 'Använd mitt svar' }).click()
    await page.getByRole('button', { name: 'Spara ändringarna' }).click()
    await page.getByRole('heading', { name: 'Provdator', level: 1 }).waitFor()
    await page.getByText('D7', { exact: true }).waitFor()
    await page.getByText('PROV-1').waitFor()
    await second.close()
  })

  it('moves on only when what is needed is there, and leads to what is missing', async () => {
    await page.getByRole('button', { name: 'Anskaffa' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Anskaffa' }).click()
    await page.locator('main').getByText('Anskaffas').first().waitFor()
    await page.getByRole('button', { name: 'Börja införa' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Börja införa' }).click()
    const missing = page.getByRole('dialog').getByRole('link', { name: /verksamhet som använder/ })
    await missing.click()
    await page.getByRole('heading', { name: /^Ändra Provdator/ }).waitFor()
    await page.getByLabel('Används i verksamheten').fill('Laboratoriet')
    await page.getByRole('option', { name: 'Laboratoriet' }).first().click()
    await page.getByLabel('Ansvarig', { exact: true }).fill('Olof')
    await page.getByRole('option', { name: /Olof Nyström/ }).click()
    await page.getByRole('button', { name: 'Spara ändringarna' }).click()
    await page.getByRole('button', { name: 'Börja införa' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Börja införa' }).click()
    await page.locator('main').getByText('Införs').first().waitFor()
  })

  it('tells its history field by field', async () => {
    await page.getByRole('link', { name: /^Historik/ }).click()
    await page
      .getByRole('heading', { name: /^Revision/ })
      .first()
      .waitFor()
    expect(await page.locator('main').textContent()).toContain('började införa')
  })

  it('keeps its documents, says why one is refused, and shows them to those who may not add any', async () => {
    const mimeType = 'application/pdf'
    const pdf = Buffer.from('%PDF-1.7\nRiskanalys\n%%EOF\n')
    const add = async (name: string, buffer: Buffer) => {
      await page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer })
      await page.getByLabel('Del', { exact: true }).selectOption({ label: 'Riskanalys' })
      await page.getByRole('button', { name: 'Lägg till dokumentet' }).click()
    }
    await page.getByRole('link', { name: /^Dokument/ }).click()
    await page.getByText('Inga dokument än').waitFor()
    await add('Analys.pdf', Buffer.from('inte en pdf'))
    await page.getByText('Filen är inte det som namnet säger').waitFor()
    await add('Analys å.pdf', pdf)
    await linkTo(page, 'Analys å.pdf').waitFor()
    await page.getByRole('link', { name: /^Dokument 1/ }).waitFor()
    const other = await story.people.as('dso', new URL(page.url()).pathname)
    const link = linkTo(other, 'Analys å.pdf')
    await link.waitFor()
    expect(await other.locator('main tbody').textContent()).toContain('Riskanalys')
    expect(await other.getByRole('button', { name: 'Lägg till dokumentet' }).count()).toBe(0)
    const answer = await other.request.get((await link.getAttribute('href')) ?? '')
    expect(Buffer.compare(await answer.body(), pdf)).toBe(0)
    expect(answer.headers()['content-disposition']).toContain('attachment')
  })
})

describe('files and many at once', () => {
  it('shows row by row what a file does, reads the good rows and gives the faulty ones back', async () => {
    await page.goto('/inlasning')
    await sendFile(page, 'sccm')
    await page.getByRole('button', { name: 'Kontrollera filen' }).click()
    await page.getByRole('heading', { name: /^Felaktiga rader 2/ }).waitFor()
    const main = await page.locator('main').textContent()
    expect(main).toContain('Menade du Vårdcentralen Eken?')
    expect(main).toContain('Nyckeln saknas')
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: /^Ladda ner/ }).click()
    expect((await download).suggestedFilename()).toMatch(/\.csv$/)
    await page.getByRole('button', { name: 'Läs in 2 rader' }).click()
    await page.getByRole('heading', { name: 'Inläsningen är klar' }).waitFor()
    await page.getByRole('link', { name: 'Se tillgångarna från källan' }).click()
    await linkTo(page, 'PC-104233').waitFor()
    expect(await rowsOf(page).count()).toBe(2)
  })

  it('changes nothing when the same file comes again', async () => {
    await page.goto('/inlasning')
    await sendFile(page, 'sccm', equipmentFile())
    await page.getByText('Samma fil är inläst förut').first().waitFor()
    await page.getByRole('button', { name: 'Kontrollera filen' }).click()
    await page.getByText('Filen ändrar ingenting').waitFor()
    expect(await page.getByRole('button', { name: /^Läs in/ }).count()).toBe(0)
  })

  it('changes all that are chosen after a look at what happens', async () => {
    await page.goto('/tillgangar?kind=equipment&source=sccm')
    await linkTo(page, 'PC-104233').waitFor()
    await page.getByLabel('Markera alla som visas').check()
    await page.getByRole('button', { name: 'Byt ansvarig' }).click()
    await page.getByLabel('Ny ansvarig').fill('Olof')
    await page.getByRole('option', { name: /Olof Nyström/ }).click()
    await page.getByRole('button', { name: 'Förhandsgranska' }).click()
    await page.getByRole('heading', { name: 'Det här händer' }).waitFor()
    await page.getByRole('button', { name: /^Ändra \d/ }).click()
    await page.getByText(/^(1 tillgång är ändrad|2 tillgångar är ändrade)\.$/).waitFor()
  })

  it('keeps a view by name and leads back to it', async () => {
    await page.goto('/tillgangar?kind=equipment&source=sccm')
    await page.locator('main summary', { hasText: 'Vyer' }).click()
    await page.getByRole('button', { name: 'Spara den här vyn' }).click()
    await page.getByLabel('Namn på vyn').fill('Från sccm')
    await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.goto('/tillgangar')
    await page.locator('main summary', { hasText: 'Vyer' }).click()
    await page.getByRole('link', { name: 'Från sccm' }).click()
    await expect.poll(() => page.url()).toContain('source=sccm')
  })

  it('never throws a script error', () => expect(story.people.errors()).toEqual([]))
})
