import { describe, expect, it } from 'vitest'
import { openStory } from './harness/story.ts'
import { recordIds } from './harness/record-ids.ts'

const story = openStory()

describe('the words of the data protection officer', () => {
  it('are chosen from in the form under their names, not under their codes', async () => {
    const officer = await story.people.as('dso', '/ordlista?lista=data')
    await officer.getByRole('button', { name: 'Lägg till ord' }).click()
    await officer.getByLabel('Svenska').fill('Hörselprov')
    await officer.getByLabel('Engelska').fill('Hearing test')
    await officer.getByRole('button', { name: 'Spara' }).click()
    await officer.getByRole('row', { name: /Hörselprov/ }).waitFor()
    const ids = await recordIds(await story.people.as('samordnare'))
    const employee = await story.people.as('anmalare', `/anmal/${ids.draft}/d`)
    await employee.getByLabel('Hörselprov', { exact: true }).waitFor()
    expect(await employee.getByText('hearingTest').count()).toBe(0)
  })

  it('are not added twice', async () => {
    const officer = await story.people.as('dso', '/ordlista?lista=data')
    await officer.getByRole('button', { name: 'Lägg till ord' }).click()
    await officer.getByLabel('Svenska').fill('hörselprov')
    await officer.getByLabel('Engelska').fill('Audiometry')
    await officer.getByRole('button', { name: 'Spara' }).click()
    await officer.getByText('Ordet finns redan i listan.').first().waitFor()
    expect(await officer.getByRole('dialog').count()).toBe(1)
  })
})

describe('the details of somebody who has left', () => {
  it('are erased by the officer, who is told what goes and says why', async () => {
    const admin = await story.people.as('admin', '/katalog/personer')
    await admin.getByRole('button', { name: 'Lägg till person' }).click()
    await admin.getByLabel('Namn', { exact: true }).fill('Zebedeus Kanarius')
    await admin.getByLabel('Användarnamn').fill('zebedeus')
    await admin.getByRole('button', { name: 'Spara' }).click()
    await admin.goto('/katalog/personer?q=Zebedeus')
    await admin.getByRole('button', { name: 'Ändra Zebedeus Kanarius' }).click()
    await admin.getByRole('button', { name: 'Personen arbetar inte här längre' }).click()
    await admin.getByText('Ingen person matchar').waitFor()

    const officer = await story.people.as('dso', '/katalog/personer')
    await officer.getByLabel('Visa').selectOption('Har slutat')
    await officer.getByRole('button', { name: 'Radera uppgifter Zebedeus Kanarius' }).click()
    await officer.getByText('Det går inte att ångra.').waitFor()
    await officer.getByRole('button', { name: 'Radera uppgifterna' }).click()
    await officer.getByText('Fyll i det här').waitFor()
    await officer.getByLabel('Varför raderas uppgifterna?').fill('Begäran, dnr 2026/12')
    await officer.getByRole('button', { name: 'Radera uppgifterna' }).click()
    await officer.getByText(/^erased-/).waitFor()
    expect(await officer.getByText('Zebedeus').count()).toBe(0)
    expect(await officer.getByRole('button', { name: /^Radera/ }).count()).toBe(0)
  })
})

describe('a long list', () => {
  it('is come back to where one left it, and what it leads to begins at its top', async () => {
    const page = await story.people.as('dso', '/registret')
    await page.setViewportSize({ width: 1280, height: 400 })
    const last = page.getByRole('table').getByRole('link').last()
    await last.scrollIntoViewIfNeeded()
    const left = await page.evaluate(() => scrollY)
    expect(left).toBeGreaterThan(200)
    await last.click()
    await page.waitForURL(/behandlingar/)
    await page.getByRole('heading', { level: 1, name: 'Trygghetskamera i hemmet' }).waitFor()
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
    await page.goBack()
    await page.waitForURL(/registret/)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(left)
  })
})
