import { describe, expect, it } from 'vitest'
import { decide, fillNotification, submitNotification, takeCase } from './harness/filing.ts'
import { answer, settled } from './harness/form.ts'
import { patientRecordAnswers } from './harness/patient-records.ts'
import { publishedPatientRecords } from './harness/published.ts'
import { openStory } from './harness/story.ts'

const published = publishedPatientRecords()
const question = 'Vilka system ingår i det som kallas register?'
const story = openStory({ clock: '2026-11-20T09:00:00Z', steps: true })
let id = ''
let number = ''

describe('a published activity, filed by an employee', () => {
  it('is answered section by section and sent, and gets a number', async () => {
    const page = await story.people.as('anmalare')
    id = await fillNotification(page, patientRecordAnswers(published))
    await page.locator('main').getByText(published.name).first().waitFor()
    number = await submitNotification(page)
    expect(number).toMatch(/^B-2026-\d{4}$/)
  })

  it('is returned by the coordinator with a question at an answer', async () => {
    const page = await story.people.as('samordnare', '/granska')
    await page.getByRole('link', { name: published.name }).click()
    await takeCase(page)
    await page.getByRole('button', { name: /^Ställ en fråga om:? system/i }).click()
    await page.getByLabel(/^Fråga till Maja Lindkvist om:? system/i).fill(question)
    await decide(page, 'Skicka tillbaka med 1 fråga', 'Skicka tillbaka')
    await page.waitForURL(/\/granska$/)
  })

  it('shows the initiator the question at the answer, who changes it and sends it again', async () => {
    const page = await story.people.as('anmalare')
    await page.getByRole('link', { name: /svara/i }).first().waitFor()
    await page.goto(`/anmal/${id}/e`)
    await page.getByText(question).first().waitFor()
    await answer(page, { applicationIds: '+Laboratorieregister' })
    await settled(page)
    await page.goto(`/anmal/${id}/k`)
    await page.getByRole('button', { name: /^Skicka/ }).click()
    await page.waitForURL(/\/anmalningar\//)
    await page.locator('main').getByText(number).first().waitFor()
  })

  it('is attested by the manager', async () => {
    const page = await story.people.as('chef', `/attestera/${id}`)
    await page.getByRole('button', { name: 'Godkänn' }).click()
    await page
      .getByRole('status')
      .getByText(/Per Åkesson/)
      .waitFor()
  })

  it('is reviewed by the coordinator and forwarded', async () => {
    const page = await story.people.as('samordnare', `/granska/${id}`)
    await takeCase(page)
    await decide(page, /^Skicka vidare/, 'Skicka vidare')
    await page.waitForURL(/\/granska$/)
  })

  it('is registered by the data protection officer and then in the register for everybody', async () => {
    const page = await story.people.as('dso', `/granska/${id}`)
    await page.getByRole('group', { name: 'Beslut' }).getByRole('button', { name: 'Registrera' }).click()
    const dialog = page.getByRole('dialog')
    const remark = dialog.getByRole('textbox', { name: 'Påpekande' })
    await remark.fill('Se över det som påpekas före nästa avstämning.')
    await dialog.getByRole('button', { name: 'Registrera', exact: true }).click()
    await page.waitForURL(/\/granska$/)

    const auditor = await story.people.as('revisor', `/behandlingar/${id}`)
    await auditor.getByRole('heading', { name: published.name, level: 1 }).waitFor()
    expect(await auditor.locator('main').innerText()).toContain(number)
  })

  it('is revised the next day, and is read as it was yesterday', async () => {
    await story.people.close()
    await story.server.start('2026-11-21T09:00:00Z')
    const page = await story.people.as('anmalare', `/behandlingar/${id}`)
    await page.getByRole('button', { name: 'Ändra' }).click()
    await page
      .getByRole('dialog')
      .getByLabel(/^Vad ska ändras/)
      .fill('Nytt namn på enhetens journal')
    await page.getByRole('dialog').getByRole('button', { name: 'Börja ändra' }).click()
    await page.waitForURL(/\/anmal\//)
    await answer(page, { name: 'Journal vid hjärtmottagningen' })
    await settled(page)

    const officer = await story.people.as('dso', `/behandlingar/${id}`)
    await officer.getByRole('button', { name: /^Registrera/ }).click()
    await officer.getByRole('button', { name: /^Registrera/ }).waitFor({ state: 'detached' })

    const auditor = await story.people.as('revisor', `/behandlingar/${id}`)
    await auditor.getByRole('heading', { name: 'Journal vid hjärtmottagningen', level: 1 }).waitFor()
    await auditor.goto(`/behandlingar/${id}?asOf=2026-11-20`)
    await auditor.getByRole('heading', { name: published.name, level: 1 }).waitFor()
  })

  it('met no error in any script', () => expect(story.people.errors()).toEqual([]))
})
