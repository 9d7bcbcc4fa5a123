import { describe, expect, it } from 'vitest'
import { answerByKeys, pressByKeys, tabTo, unseenStops } from './harness/keyboard.ts'
import { patientRecordAnswers } from './harness/patient-records.ts'
import { publishedPatientRecords } from './harness/published.ts'
import { openStory } from './harness/story.ts'

const story = openStory({ steps: true })
const published = publishedPatientRecords()
let id = ''

describe('by keyboard alone', () => {
  it('an employee files a notification from the start page to the receipt', async () => {
    const page = await story.people.as('anmalare')
    await page.getByRole('heading', { name: /^Hej/ }).waitFor()
    await pressByKeys(page, 'Anmäl en behandling', 'main')
    await page.getByRole('heading', { name: 'Anmäl en behandling', level: 1 }).waitFor()
    await answerByKeys(page, { 'what-new': true, 'triage-controller': true })
    await pressByKeys(page, 'Fortsätt', 'main')
    for (const [section, answers] of Object.entries(patientRecordAnswers(published))) {
      await page.waitForURL((url) => url.pathname.endsWith(`/${section}`))
      const place = (): Promise<unknown> => page.evaluate(() => [scrollY, document.activeElement?.tagName])
      if (section !== 'a') await expect.poll(place).toEqual([0, 'H1'])
      await answerByKeys(page, answers)
      if (section === 'a') await page.waitForURL(/act_/)
      await pressByKeys(page, 'Spara och fortsätt', 'main')
    }
    await page.waitForURL(/\/k$/)
    id = /act_\w+/.exec(page.url())?.[0] ?? ''
    await page.getByLabel(/^Jag har kontrollerat uppgifterna/).waitFor()
    await tabTo(page, '#intyga')
    await page.keyboard.press('Space')
    await pressByKeys(page, 'Skicka anmälan', 'main')
    await page.getByRole('heading', { name: 'Anmälan är skickad' }).waitFor()
  })

  it('the coordinator takes it, asks about an answer and returns it', async () => {
    const page = await story.people.as('samordnare', '/granska')
    await page.getByRole('link', { name: published.name }).waitFor()
    await pressByKeys(page, published.name, 'main')
    await page.waitForURL(new RegExp(id))
    await page.getByRole('button', { name: 'Ta ärendet' }).waitFor()
    await pressByKeys(page, 'Ta ärendet', 'main')
    await page.getByRole('button', { name: /^Ställ en fråga om:? system/i }).waitFor()
    await pressByKeys(page, /^Ställ en fråga om:? system/, 'main')
    await page.getByLabel(/^Fråga till Maja Lindkvist om:? system/i).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await page.keyboard.type('Vilka system ingår?')
    await pressByKeys(page, 'Skicka tillbaka med 1 fråga', 'main')
    await page.getByRole('dialog').waitFor()
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
    await pressByKeys(page, 'Skicka tillbaka', 'dialog')
    await page.waitForURL(/\/granska$/)
  })

  it('the initiator sees where the question is, answers all in one comment and sends again', async () => {
    const page = await story.people.as('anmalare', `/anmal/${id}/k`)
    await page.getByLabel('Kommentar till samordnaren').waitFor()
    expect(await page.locator('.fk-steps--wide').innerText()).toMatch(/E\. .*\n+1 fråga att svara på/)
    await tabTo(page, 'textarea')
    await page.keyboard.type('Bara det vårdadministrativa systemet.')
    await pressByKeys(page, 'Skicka igen', 'main')
    await page.getByRole('heading', { name: 'Anmälan är skickad' }).waitFor()
  })

  it('the manager attests from the start page, and the focus goes to the receipt', async () => {
    const page = await story.people.as('chef')
    await page.getByRole('link', { name: `Läs och godkänn ${published.name}` }).waitFor()
    await pressByKeys(page, `Läs och godkänn ${published.name}`, 'main')
    await page.getByRole('button', { name: 'Godkänn' }).waitFor()
    await pressByKeys(page, 'Godkänn', 'main')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Godkänd av Per Åkesson/)
  })

  it('the coordinator forwards it and is told so, with the number', async () => {
    const page = await story.people.as('samordnare', `/granska/${id}`)
    await page.getByRole('button', { name: 'Ta ärendet' }).waitFor()
    await pressByKeys(page, 'Ta ärendet', 'main')
    await page.getByRole('button', { name: /^Skicka vidare/ }).waitFor()
    await pressByKeys(page, 'Skicka vidare', 'main')
    await page.getByRole('dialog').waitFor()
    await pressByKeys(page, 'Skicka vidare', 'dialog')
    await page.waitForURL(/\/granska$/)
    await page.getByText('Anmälan är skickad till dataskyddsombudet.').locator('visible=true').first().waitFor()
    expect(await page.locator('.fk-done').innerText()).toMatch(/B-2026-\d{4}/)
  })

  it('the officer goes to the case with J, registers it and is told so, with the number', async () => {
    const page = await story.people.as('dso', '/granska')
    await page.getByRole('link', { name: published.name }).waitFor()
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press('j')
      if ((await page.evaluate(() => document.activeElement?.textContent)) === published.name) break
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(id))
    await page.getByRole('button', { name: 'Registrera' }).waitFor()
    await pressByKeys(page, 'Registrera', 'main')
    await page.getByRole('dialog').getByRole('textbox', { name: 'Påpekande' }).waitFor()
    await tabTo(page, 'dialog textarea')
    await page.keyboard.type('Gör klart det som påpekas.')
    await pressByKeys(page, 'Registrera', 'dialog')
    await page.waitForURL(/\/granska$/)
    await page.getByText('Behandlingen är registrerad.').locator('visible=true').first().waitFor()
    expect(await page.locator('.fk-done').innerText()).toMatch(/B-2026-\d{4}/)
  })

  it('anybody reaches the search of everything by one key', async () => {
    const page = await story.people.as('dso', '/hjalp')
    await page.getByRole('heading', { name: 'Hjälp', level: 1 }).waitFor()
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
    await page.keyboard.type('journal')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/sok\?q=journal/)
    await page.getByRole('link', { name: 'Patientjournal akutmottagning' }).waitFor()
  })

  it('anybody passes the frame with one press to what the page is about', async () => {
    const page = await story.people.as('revisor', '/registret')
    await page.getByRole('heading', { name: 'Registret', level: 1 }).waitFor()
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  })

  it.each([
    ['a form with its bar that saves', '/leverantorer/ny', 1280],
    ['the heads of a list on a phone', '/leverantorer', 390],
  ])('anybody sees what has focus: %s', async (_, address, width) => {
    const page = await story.people.as('dso', address)
    await page.setViewportSize({ width, height: 900 })
    await page.locator('main').getByRole('textbox').or(page.locator('main tbody a')).first().waitFor()
    expect(await unseenStops(page)).toEqual([])
  })
})
