import { describe, expect, it } from 'vitest'
import { answerByKeys, pressByKeys, tabTo } from './harness/keyboard.ts'
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
})
