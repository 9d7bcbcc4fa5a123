import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { pressByKeys, tabTo } from './harness/keyboard.ts'
import { recordIds } from './harness/record-ids.ts'
import { openStory } from './harness/story.ts'

const story = openStory({ clock: '2026-11-20T09:00:00Z', steps: true })
const name = 'PUB-avtal Granit'
let address = ''

const heading = (page: Page, of: string): Locator => page.getByRole('heading', { level: 1, name: of, exact: true })

/** Makes a move from the record's own buttons or its menu; answers the dialog. */
async function begin(page: Page, verb: string): Promise<Locator> {
  const button = page.locator('.fk-actions').getByRole('button', { name: verb, exact: true })
  await page.locator('.fk-actions').waitFor()
  if (!(await button.isVisible())) await page.locator('.fk-actions summary').click()
  await button.click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  return dialog
}

async function confirm(dialog: Locator, verb: string): Promise<void> {
  await dialog.getByRole('button', { name: verb, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

describe('a PUB-avtal from draft to its end', () => {
  it('is entered with a new supplier, and asks for what is left out by its name', async () => {
    const page = await story.people.as('avtal', '/leverantorer/ny')
    await page.locator('#f-name').fill('Granit Demo AB')
    await page.locator('#f-orgNumber').fill('202100-2114')
    await page.getByRole('button', { name: 'Lägg in' }).click()
    await heading(page, 'Granit Demo AB').waitFor()
    await page.goto(`/avtal/ny?typ=pub&leverantor=${page.url().split('/').at(-1)}`)
    await page.locator('#f-name').fill(name)
    await page.getByRole('button', { name: 'Lägg in' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Fyll i ”Personuppgiftsansvariga parter”.' }).click()
    await page.keyboard.type('Hälso- och')
    await page.getByRole('option', { name: /Hälso- och sjukvårdsnämnden/ }).click()
    await page.getByRole('button', { name: 'Lägg in' }).click()
    await heading(page, name).waitFor()
    address = new URL(page.url()).pathname
    await page.getByText('Innan avtalet kan undertecknas').waitFor()
  })

  it('is signed once its diary number and day are there, to which the dialog leads', async () => {
    const page = await story.people.as('avtal', address)
    const dialog = await begin(page, 'Anteckna underskrift')
    await dialog.getByRole('button', { name: 'Anteckna underskrift' }).click()
    await dialog.getByRole('link', { name: 'Ange avtalets diarienummer.' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('f-diaryNumber')
    await page.keyboard.type('HSN 2026/500')
    await page.locator('#f-signedAt').fill('2026-11-01')
    await page.locator('#f-validTo').fill('2027-10-31')
    await page.locator('#f-renewal').selectOption('express')
    for (const letter of 'abcdefgh') await page.locator(`#f-art28-${letter}-yes`).check()
    await page.getByRole('button', { name: 'Spara ändringarna' }).click()
    await heading(page, name).waitFor()
    await confirm(await begin(page, 'Anteckna underskrift'), 'Anteckna underskrift')
    await page.getByText('Innan avtalet kan sättas i kraft').waitFor()
  })

  it('is confirmed by the coordinator from the start page, by keyboard alone', async () => {
    const page = await story.people.as('samordnare')
    await page.getByRole('link', { name }).waitFor()
    await pressByKeys(page, name, 'main')
    await page.getByRole('button', { name: 'Bekräfta checklistan' }).waitFor()
    await pressByKeys(page, 'Bekräfta checklistan', 'main')
    await page.getByRole('dialog').waitFor()
    await pressByKeys(page, 'Bekräfta checklistan', 'dialog')
    await page.getByText(/bekräftade checklistan/).waitFor()
  })

  it('is brought into force, and then only lets its terms be changed by amending', async () => {
    const page = await story.people.as('avtal', address)
    await confirm(await begin(page, 'Sätt i kraft'), 'Sätt i kraft')
    await page.getByText('Gällande', { exact: true }).first().waitFor()
    await page.goto(`${address}/andra`)
    await page.getByText(/^Avtalet gäller\. Parter/).waitFor()
    expect(await page.locator('#f-noticeMonths').count()).toBe(0)
    await page.getByRole('button', { name: 'Ändra villkoren' }).click()
    await page.locator('#f-noticeMonths').fill('3')
    await page.getByRole('button', { name: 'Spara ändringarna' }).click()
    await heading(page, name).waitFor()
    await confirm(await begin(page, 'Sätt i kraft'), 'Sätt i kraft')
  })

  it('is renewed by a year beside its term', async () => {
    const page = await story.people.as('avtal', address)
    await page.getByRole('button', { name: 'Förläng', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.getByLabel('Gäller till och med').inputValue()).toBe('2028-10-31')
    await confirm(dialog, 'Förläng')
    await page.getByText(/till 31 oktober 2028\./).waitFor()
  })

  it('gets a list with a sub-processor in another country, which is decided on by keyboard alone', async () => {
    const page = await story.people.as('avtal', `${address}/underbitraden`)
    const list = 'Entity name;Location;Purpose\nMolnhylla Demo Inc.;United States;Storage\n;;x\n'
    const file = { name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(list) }
    await page.locator('input[type="file"]').setInputFiles(file)
    await page.getByText('Raden har inget namn och hoppas över.').waitFor()
    await page.getByRole('button', { name: 'Granska och gör till ny version' }).click()
    await confirm(page.getByRole('dialog'), 'Ny lista över underbiträden')
    await page.getByRole('row', { name: /Molnhylla Demo Inc\..*USA/ }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Pröva Molnhylla Demo Inc.' }).waitFor()
    await pressByKeys(page, 'Pröva Molnhylla', 'main')
    await page.getByRole('dialog').getByRole('heading', { name: 'Besluta om Molnhylla Demo Inc.' }).waitFor()
    await tabTo(page, 'dialog select')
    await page.keyboard.type('Inv')
    await tabTo(page, 'dialog [id$="riskAnalysisId-diaryNumber"]')
    await page.keyboard.type('HSN 2026/501')
    await pressByKeys(page, 'Besluta om underbiträde', 'dialog')
    await page.getByRole('row', { name: /Molnhylla.*Invändning/ }).waitFor()
  })

  it('has what it changed assessed again', async () => {
    const page = await story.people.as('avtal', address)
    await page.getByRole('button', { name: /^Bedöm Nytt land: USA/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Anteckna bedömning' }).click()
    await dialog.getByText('Ange vilken dag riskanalysen gjordes.').first().waitFor()
    await dialog.locator('[id$="riskAnalysisId-date"]').fill('2026-11-19')
    await confirm(dialog, 'Anteckna bedömning')
    await page.getByRole('button', { name: /^Bedöm Nytt land/ }).waitFor({ state: 'detached' })
  })

  it('is given notice to, and is closed when the data are back', async () => {
    const page = await story.people.as('avtal', address)
    const notice = await begin(page, 'Säg upp')
    await notice.getByLabel('Upphör').fill('2026-11-19')
    await confirm(notice, 'Säg upp')
    const back = await begin(page, 'Bekräfta återlämning')
    await back.getByLabel('Vad som gjordes').selectOption('deleted')
    await back.getByLabel('Bekräftat').fill('2026-11-20')
    await confirm(back, 'Bekräfta återlämning')
    await confirm(await begin(page, 'Avsluta'), 'Avsluta')
    await page.getByText('Avslutat', { exact: true }).first().waitFor()
  })

  it('is shown as it was on an earlier day', async () => {
    const ids = await recordIds(await story.people.as('samordnare'))
    const page = await story.people.as('avtal', `/avtal/${ids.agreement}`)
    await page.locator('.fk-actions summary').click()
    await page.getByRole('button', { name: /^Så här var det/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Dag').fill('2026-09-01')
    await dialog.getByRole('button', { name: 'Visa', exact: true }).click()
    await page.getByText('Så här var det den 1 september.').waitFor()
    await page.goto(`/avtal/${ids.agreement}?asOf=2020-01-01`)
    await page.getByRole('heading', { name: 'Fanns inte 1 januari 2020' }).waitFor()
  })
})

describe('the supplier of an agreement', () => {
  it('is ended, found again and taken back', async () => {
    const page = await story.people.as('avtal', '/leverantorer')
    await page.getByRole('link', { name: 'Granit Demo AB' }).click()
    await confirm(await begin(page, 'Avsluta'), 'Avsluta')
    await page.getByText('Avslutad', { exact: true }).first().waitFor()
    await confirm(await begin(page, 'Ta tillbaka'), 'Ta tillbaka')
    await page.getByRole('link', { name: 'Ändra', exact: true }).waitFor()
  })

  it('is counted among gaps on the first page, and lists as a file what is seen', async () => {
    const page = await story.people.as('avtal')
    await page.getByRole('link', { name: 'Inget PUB-avtal med leverantören' }).click()
    await page.getByText(/saknar gällande PUB-avtal/).waitFor()
    await page.goto('/leverantorer?criticality=high')
    await page.getByRole('link', { name: 'Linden Journal Demo AB' }).waitFor()
    await page.locator('main summary', { hasText: 'Exportera' }).click()
    const link = page.getByRole('link', { name: 'CSV, semikolon' })
    const answer = await page.request.get((await link.getAttribute('href')) ?? '')
    const text = await answer.text()
    expect([answer.status(), text.includes('Linden Journal Demo AB'), text.includes('E-formulär')]).toEqual([
      200,
      true,
      false,
    ])
  })
})
