import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { managedFields } from '../../functions/processing/form.ts'
import { sendFile } from './harness/intake.ts'
import { recordIds } from './harness/record-ids.ts'
import { openStory } from './harness/story.ts'

const story = openStory()
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')

async function idsOf(): Promise<Awaited<ReturnType<typeof recordIds>>> {
  return recordIds(await story.people.as('samordnare'))
}

/** Sends in, as the nurse, what the register knows already but with a processor that it does not; gives what is answered there later. */
async function notificationNaming(name: string): Promise<() => Promise<{ processors?: unknown }>> {
  const { registered } = await idsOf()
  const officer = await story.people.as('dso')
  const nurse = await story.people.as('anmalare')
  const own = { headers: { origin: story.server.origin } }
  const { data } = await (await officer.request.get(`/api/activities/${registered}`)).json()
  const answers = Object.fromEntries(Object.entries(data).filter(([field]) => !managedFields.includes(field)))
  const changed = { ...answers, name: `Städning av ${name}`, noProcessors: false, processors: [{ name }] }
  const created = await nurse.request.post('/api/activities', { data: { data: changed }, ...own })
  const { id } = await created.json()
  const sent = await nurse.request.post(`/api/activities/${id}/transitions`, {
    data: { transition: 'submit' },
    headers: { ...own.headers, 'if-match': '"1"' },
  })
  expect(sent.status()).toBe(200)
  return async () => (await (await nurse.request.get(`/api/activities/${id}`)).json()).data
}

/** Marks a field of the record that the page shows, as the menu of moves offers it. */
async function markSecret(page: Page, field: string): Promise<void> {
  await page.locator('main summary', { hasText: 'Mer' }).click()
  await page.getByRole('button', { name: 'Sekretessmarkera' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Sekretessmarkera' }).click()
  await dialog.getByText('Välj vilket fält som är hemligt').waitFor()
  await dialog.getByLabel('Fält').selectOption({ label: field })
  await dialog.getByLabel('Myndighet').fill('Regionstyrelsen')
  await dialog.getByRole('button', { name: 'Sekretessmarkera' }).click()
  await page.getByRole('heading', { name: 'Sekretessmarkeringar' }).waitFor()
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

describe('the contract owner', () => {
  it('enters a supplier, and is led to the one that already has its number', async () => {
    const page = await story.people.as('avtal', '/leverantorer/ny')
    await page.locator('#f-name').fill('Granit Demo AB')
    await page.locator('#f-orgNumber').fill('202100-2114')
    await page.getByRole('button', { name: 'Lägg in' }).click()
    await heading(page, 'Granit Demo AB').waitFor()
    await page.goto('/leverantorer/ny')
    await page.locator('#f-name').fill('Granit Sverige')
    await page.locator('#f-orgNumber').fill('2021002114')
    await page.getByRole('button', { name: 'Lägg in' }).click()
    await page.getByRole('alert').getByText('hör till Granit Demo AB').waitFor()
    await page.getByRole('link', { name: 'Gå till Granit Demo AB' }).click()
    await heading(page, 'Granit Demo AB').waitFor()
  })

  it('finds a supplier by another of its names, in a list that the address holds', async () => {
    const page = await story.people.as('avtal', '/leverantorer')
    await page.getByRole('searchbox', { name: 'Sök bland leverantörer' }).fill('pixstore')
    await page.getByText('1 leverantör', { exact: true }).waitFor()
    expect(page.url()).toContain('q=pixstore')
    await page.getByRole('link', { name: 'Bildarkiv Demo GmbH' }).waitFor()
  })

  it('cannot decide about a sub-processor without a risk analysis, and then does', async () => {
    const { agreement } = await idsOf()
    const page = await story.people.as('avtal', `/avtal/${agreement}/underbitraden`)
    await page.getByRole('button', { name: 'Pröva Remote Imaging Demo Inc.' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Beslut').selectOption('approved')
    await dialog.getByRole('button', { name: 'Besluta om underbiträde' }).click()
    await dialog.getByText('Hänvisa till en riskanalys').first().waitFor()
    await dialog.getByLabel('Diarienummer').fill('HSN 2026/77')
    await dialog.getByRole('button', { name: 'Besluta om underbiträde' }).click()
    await dialog.waitFor({ state: 'detached' })
    const row = page.getByRole('row', { name: /Remote Imaging/ })
    await row.getByText('Godkänt').waitFor()
    await page.getByRole('link', { name: /^Historik/ }).click()
    await page.getByText('beslutade om underbiträde').first().waitFor()
  })

  it("reads the supplier's own list from a file, and sees what it changes before it counts", async () => {
    const { agreement } = await idsOf()
    const page = await story.people.as('avtal', `/avtal/${agreement}/underbitraden`)
    const list =
      'Entity name;Location;Purpose\nBildnät Drift Demo GmbH;Germany;Drift\nMolnhylla Demo Oy;Finland;Lagring\n'
    const file = { name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(list) }
    await page.locator('input[type="file"]').setInputFiles(file)
    await page.getByText('2 underbiträden i filen.').waitFor()
    await page.getByRole('button', { name: 'Granska och gör till ny version' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Ny lista över underbiträden' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('row', { name: /Molnhylla Demo Oy.*Finland/ }).waitFor()
    await page.getByRole('row', { name: /Arkivkopia Demo SAS.*Upphört/ }).waitFor()
    await page.locator('ins', { hasText: 'Molnhylla Demo Oy, Finland' }).waitFor()
  })

  it('reads suppliers from a file with faults in it: the good row goes in, the faulty ones come back', async () => {
    const page = await story.people.as('avtal', '/leverantorer')
    await page.getByRole('link', { name: 'Läs in', exact: true }).click()
    await page.getByLabel('Vad innehåller filen?').waitFor()
    const rows = [
      'Leverantör;Org.nr;Land;Kritikalitet',
      'Skiffer Demo AB;999900-0103;SE;hög',
      'Fel Nummer Demo AB;556036-0794;SE;låg',
      'Utland Demo;123;XX;',
    ]
    await sendFile(page, 'ekonomi', rows.join('\r\n'))
    await page.getByRole('button', { name: 'Kontrollera filen' }).click()
    await page.getByRole('button', { name: 'Läs in 1 rad' }).click()
    await page.getByRole('link', { name: 'Till leverantörerna' }).click()
    await page.getByRole('link', { name: 'Skiffer Demo AB' }).waitFor()
    expect(await page.getByText('Fel Nummer Demo AB').count()).toBe(0)
  })

  it('reads agreements from a file, and is told which supplier it does not know', async () => {
    const page = await story.people.as('avtal', '/avtal')
    await page.getByRole('link', { name: 'Läs in', exact: true }).click()
    await page.getByLabel('Vad innehåller filen?').selectOption({ label: 'Avtal' })
    const rows = [
      'Avtal;Avtalstyp;Leverantör;Nämnd;Diarienummer;Undertecknat;Gäller från;Gäller till;Uppsägningstid',
      'PUB Arkivskrivare;PUB-avtal;Bildarkiv Demo GmbH;Hälso- och sjukvårdsnämnden;HSN 2026/1;2026-01-10;2026-02-01;2028-12-31;6',
      'PUB Okänd;PUB-avtal;Finns Inte AB;Hälso- och sjukvårdsnämnden;HSN 2026/2;;;;',
    ]
    await sendFile(page, 'diariet', rows.join('\r\n'))
    await page.getByRole('button', { name: 'Kontrollera filen' }).click()
    await page.locator('main').getByText('Finns Inte AB').first().waitFor()
    await page.getByRole('button', { name: 'Läs in 1 rad' }).click()
    await page.getByRole('link', { name: 'Till avtalen' }).click()
    await page.getByRole('link', { name: 'PUB Arkivskrivare' }).click()
    await page.getByRole('link', { name: 'Bildarkiv Demo GmbH' }).waitFor()
    await page.getByText('31 december 2028').first().waitFor()
  })

  it('enters a supplier that a notification names, which links it and ends the task', async () => {
    const named = await notificationNaming('Molnstädet Demo AB')
    const page = await story.people.as('avtal', '/')
    await page.getByRole('link', { name: /Molnstädet Demo AB/ }).click()
    await page.getByText('Molnstädet Demo AB står i en anmälan men finns inte i registret.', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Lägg in' }).click()
    await heading(page, 'Molnstädet Demo AB').waitFor()
    const { processors } = await named()
    expect(processors).toEqual([{ supplierId: new URL(page.url()).pathname.split('/').at(-1) }])
    await page.goto('/')
    await page
      .getByRole('link', { name: /Rekryteringsverktyget/ })
      .first()
      .waitFor()
    expect(await page.getByText('Molnstädet Demo AB').count()).toBe(0)
  })

  it('chooses a supplier that is there for one that a notification names', async () => {
    const ids = await idsOf()
    const page = await story.people.as('avtal', `/leverantorer/ny?namn=Bildarkiv&behandling=${ids.registered}`)
    await page.getByText('Bildarkiv står i en anmälan men finns inte i registret.', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Det är den här Bildarkiv Demo GmbH' }).click()
    await heading(page, 'Bildarkiv Demo GmbH').waitFor()
  })

  it('keeps the signed agreement as a file, and has it back byte for byte', async () => {
    const { agreement } = await idsOf()
    const page = await story.people.as('avtal', `/avtal/${agreement}/dokument`)
    const file = { name: 'Avtal åtta.pdf', mimeType: 'application/pdf', buffer: pdf }
    await page.locator('input[type="file"]').setInputFiles(file)
    await page.getByRole('button', { name: 'Lägg till dokumentet' }).click()
    const link = page.getByRole('link', { name: 'Avtal åtta.pdf' })
    await link.waitFor()
    const answer = await page.request.get((await link.getAttribute('href')) ?? '')
    expect(Buffer.compare(await answer.body(), pdf)).toBe(0)
    expect(answer.headers()['content-disposition']).toContain('attachment')
  })

  it('goes from a gap in the coverage to an agreement between those two', async () => {
    const page = await story.people.as('avtal', '/leverantorer/tackning?brister=1')
    await page.locator('a.fk-cov[data-c="missing"]').first().click()
    await page.getByRole('link', { name: 'Lägg till PUB-avtal' }).click()
    await heading(page, 'Nytt avtal').waitFor()
    expect(await page.locator('#f-type').inputValue()).toBe('pub')
    expect(await page.locator('#f-supplierId').inputValue()).not.toBe('')
    expect(page.url()).toMatch(/namnd=org_/)
  })

  it('sees in the coverage of a later day what will have ended by then', async () => {
    const page = await story.people.as('avtal', '/leverantorer/tackning')
    await page.getByText(/saknar gällande PUB-avtal/).waitFor()
    const today = await page.locator('a.fk-cov[data-c="expired"]').count()
    await page.locator('main input[inputmode="numeric"]').fill('2031-12-31')
    await page.getByText(/den 31 december 2031/).waitFor()
    expect(await page.locator('a.fk-cov[data-c="expired"]').count()).toBeGreaterThan(today)
  })
})

describe('the coordinator', () => {
  it('reads the agreements of the own board but changes nothing in them', async () => {
    const { agreement } = await idsOf()
    const page = await story.people.as('samordnare', `/avtal/${agreement}`)
    await page.getByText('Innehåll enligt artikel 28.3').waitFor()
    expect(await page.getByRole('link', { name: 'Ändra', exact: true }).count()).toBe(0)
  })
})

describe('whoever decides what is secret', () => {
  it('marks the contacts of a supplier, which others then see a lock for, and lifts the mark', async () => {
    const { supplier } = await idsOf()
    const manager = await story.people.as('chef', `/leverantorer/${supplier}`)
    const contacts = manager.getByRole('table', { name: 'Kontakter' })
    await contacts.waitFor()
    const officer = await story.people.as('dso', `/leverantorer/${supplier}`)
    await markSecret(officer, 'Kontaktpersoner')
    await manager.reload()
    await manager.locator('main').getByText('Sekretess, OSL 18:8').first().waitFor()
    expect(await contacts.count()).toBe(0)

    await officer.getByRole('button', { name: 'Häv Kontaktpersoner' }).click()
    await officer.getByText('Kontaktpersoner blir synligt').waitFor()
    await officer.getByRole('dialog').getByRole('button', { name: 'Häv sekretessmarkeringen' }).click()
    await officer.getByRole('heading', { name: 'Sekretessmarkeringar' }).waitFor({ state: 'detached' })
    await manager.reload()
    await contacts.waitFor()
  })

  it('marks what an agreement says of instruction and clauses, which a coordinator then sees locks for', async () => {
    const { agreement } = await idsOf()
    const coordinator = await story.people.as('samordnare', `/avtal/${agreement}`)
    const purpose = coordinator.getByText('Lagra och visa röntgenbilder')
    await purpose.waitFor()
    const officer = await story.people.as('dso', `/avtal/${agreement}`)
    await markSecret(officer, 'Instruktion')
    await markSecret(officer, 'Var det står, och kommentar')
    await coordinator.reload()
    await expect.poll(() => coordinator.locator('main').getByText('Sekretess, OSL 18:8').count()).toBe(4)
    expect(await purpose.count()).toBe(0)
  })
})
