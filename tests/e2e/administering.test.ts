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
