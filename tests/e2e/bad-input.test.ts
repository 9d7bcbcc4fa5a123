import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openWindow } from './harness/browser.ts'
import { beginNotification } from './harness/filing.ts'
import { settled } from './harness/form.ts'
import { signIn } from './harness/sign-in.ts'
import { openStory } from './harness/story.ts'

const story = openStory()
/** A number with a real date and a right check digit that belongs to nobody (the tax agency's test number). */
const testNumber = '19121212-1212'

async function newDraft(name: string): Promise<{ page: Page; id: string }> {
  const page = await story.people.as('anmalare')
  const id = await beginNotification(page, { name })
  await settled(page)
  return { page, id }
}

async function stored(
  page: Page,
  id: string,
): Promise<{ name?: string; purposes?: { text?: string }[]; diaryNumber?: string }> {
  const answer = await page.request.get(`/api/activities/${id}`)
  return ((await answer.json()) as { data: object }).data
}

describe('the first save of a new notification', () => {
  it('leaves the focus and the place on the page alone', async () => {
    const page = await story.people.as('anmalare', '/anmal/ny/a?roll=controller')
    await page.locator('#f-name').fill('Sparas medan jag går vidare')
    await page.locator('#f-contactPersonId').focus()
    const place = await page.evaluate(() => scrollY)
    await page.waitForURL(/\/anmal\/act_/)
    await settled(page)
    expect(await page.evaluate(() => [scrollY, document.activeElement?.id])).toEqual([place, 'f-contactPersonId'])
  })
})

describe('two tabs on one draft', () => {
  it('keep what each has changed', async () => {
    const { page, id } = await newDraft('Två flikar, olika frågor')
    const other = await page.context().newPage()
    await other.goto(`/anmal/${id}/g`)
    await other.locator('#f-diaryNumber').waitFor()
    await page.locator('#f-name').fill('Två flikar, nytt namn')
    await page.locator('#f-name').blur()
    await expect.poll(async () => (await stored(page, id)).name).toBe('Två flikar, nytt namn')
    await other.locator('#f-diaryNumber').fill('RS 2026-0200')
    await other.locator('#f-diaryNumber').blur()
    await expect
      .poll(() => stored(page, id))
      .toMatchObject({ name: 'Två flikar, nytt namn', diaryNumber: 'RS 2026-0200' })
    await other.close()
  })

  it('ask which answer is to stand when both changed the same one', async () => {
    const { page, id } = await newDraft('Två flikar, samma fråga')
    const other = await page.context().newPage()
    await other.goto(`/anmal/${id}/a`)
    await other.locator('#f-name').waitFor()
    await page.locator('#f-name').fill('Den första flikens namn')
    await page.locator('#f-name').blur()
    await expect.poll(async () => (await stored(page, id)).name).toBe('Den första flikens namn')
    await other.locator('#f-name').fill('Den andra flikens namn')
    await other.locator('#f-name').blur()
    await other.getByText('Ett svar är ändrat på två ställen').locator('visible=true').first().waitFor()
    expect((await stored(page, id)).name).toBe('Den första flikens namn')
    expect(await other.locator('main').innerText()).toContain('Den första flikens namn')
    await other.close()
  })
})

describe('the network gone while typing', () => {
  it('keeps the text, says so, and saves it when the network is back', async () => {
    const { page, id } = await newDraft('Utan nät')
    await page.context().setOffline(true)
    await page.locator('#f-name').fill('Skrivet utan nät')
    await page.locator('#f-name').blur()
    await page.getByText('Ingen anslutning').locator('visible=true').first().waitFor()
    expect(await page.locator('#f-name').inputValue()).toBe('Skrivet utan nät')
    await page.context().setOffline(false)
    await expect.poll(async () => (await stored(page, id)).name, { timeout: 40_000 }).toBe('Skrivet utan nät')
    await settled(page)
  })
})

describe('the server killed and started again', () => {
  it('goes on with the same session, and nothing typed is lost', async () => {
    const { page, id } = await newDraft('Före strömavbrottet')
    await story.server.kill()
    await page.locator('#f-name').fill('Skrivet medan servern var nere')
    await page.locator('#f-name').blur()
    await page
      .getByText(/Ingen anslutning|Det gick inte att spara/)
      .locator('visible=true')
      .first()
      .waitFor()
    await story.server.start()
    await expect
      .poll(async () => (await stored(page, id)).name, { timeout: 60_000 })
      .toBe('Skrivet medan servern var nere')
    await page.reload()
    await page.locator('#f-name').waitFor()
    expect(await page.locator('#f-name').inputValue()).toBe('Skrivet medan servern var nere')
  })
})

describe('a personnummer in a free text', () => {
  it('is marked at once, stays in the field, and everything else is saved', async () => {
    const { page, id } = await newDraft('Personnummer i fritext')
    await page.goto(`/anmal/${id}/b`)
    await page.locator('#f-purposes-0-text').fill(`Handlägga ärendet för ${testNumber} och andra`)
    await page.locator('#f-purposes-0-text').blur()
    await page.getByText('det är ett personnummer').locator('visible=true').first().waitFor()
    expect(await page.locator('#f-purposes-0-text').inputValue()).toContain(testNumber)
    expect(await page.locator('#f-purposes-0-text').getAttribute('aria-invalid')).toBe('true')
    await page.goto(`/anmal/${id}/g`)
    await page.locator('#f-diaryNumber').fill('RS 2026-0201')
    await page.locator('#f-diaryNumber').blur()
    await expect.poll(async () => (await stored(page, id)).diaryNumber).toBe('RS 2026-0201')
    expect(JSON.stringify(await stored(page, id))).not.toContain(testNumber)
  })

  it('takes the focus to a summary of errors that links to the field', async () => {
    const { page, id } = await newDraft('Felsammanfattning')
    await page.goto(`/anmal/${id}/b`)
    await page.locator('#f-purposes-0-text').fill(`Rör ${testNumber} och ingen annan`)
    await page.getByRole('button', { name: /^Spara och fortsätt/ }).click()
    await page.getByRole('heading', { name: /svar behöver rättas/ }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toContain('behöver rättas')
    expect(await page.title()).toMatch(/^Fel: /)
    await page.getByRole('link', { name: new RegExp(testNumber) }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-purposes-0-text')
  })
})

describe('a session that ends while one writes', () => {
  it('keeps the text through signing in again', async () => {
    const window = await openWindow(story.browser, story.server.origin)
    const { page, context } = window
    await signIn(page, 'anmalare')
    const id = await beginNotification(page, { name: 'Före utloggningen' })
    await settled(page)
    await context.clearCookies()
    await page.locator('#f-name').fill('Skrivet efter utloggningen')
    await page.locator('#f-name').blur()
    await page.getByText('Du har loggats ut').waitFor()
    const left = await page.evaluate(() => document.body.innerText + JSON.stringify({ ...localStorage }))
    expect(left).not.toMatch(/Före utloggningen|Skrivet efter/)
    await signIn(page, 'anmalare', `/anmal/${id}/a`)
    await page.locator('#f-name').waitFor()
    await expect.poll(() => page.locator('#f-name').inputValue()).toBe('Skrivet efter utloggningen')
    await expect.poll(async () => (await stored(page, id)).name).toBe('Skrivet efter utloggningen')
    await context.close()
  })
})
