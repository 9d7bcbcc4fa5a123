import { describe, expect, it } from 'vitest'
import { openWindow } from './harness/browser.ts'
import { recordIds } from './harness/record-ids.ts'
import { enter } from './harness/sign-in.ts'
import { openStory } from './harness/story.ts'

const story = openStory()

const open = () => openWindow(story.browser, story.server.origin)

describe('a browser that was left signed in', () => {
  it('is ended from another one after signing in again, and shows nothing of its page any more', async () => {
    const [left, here] = await Promise.all([open(), open()])
    await enter(left.page, 'dso')
    await left.page.goto('/registret')
    await left.page.getByRole('link', { name: 'Patientjournal akutmottagning' }).first().waitFor()
    await enter(here.page, 'dso')
    await here.page.goto('/')
    await here.page.getByRole('button', { name: /^Ingrid Sandell/ }).click()
    await here.page.getByRole('link', { name: 'Dina inloggningar' }).click()
    await here.page.getByText('(den här)').waitFor()
    expect(await here.page.getByRole('button', { name: /^Avsluta/ }).count()).toBe(0)

    await here.page.getByRole('link', { name: 'Logga in på nytt' }).click()
    await here.page.getByRole('link', { name: /Ingrid Sandell/ }).click()
    await here.page.getByRole('button', { name: /^Avsluta Chrome på/ }).click()
    await here.page.getByText('Du är inte inloggad någon annanstans.').waitFor()

    await left.page.getByRole('link', { name: 'Start', exact: true }).click()
    await left.page.getByText('Du har loggats ut').waitFor()
    expect(await left.page.locator('body').innerText()).not.toContain('Patientjournal akutmottagning')
    expect([...left.errors, ...here.errors]).toEqual([])
    for (const { context } of [left, here]) await context.close()
  })
})

describe('a comment that is being written when the session ends', () => {
  it('is kept for who wrote it, cannot be read in the browser, and stands there after signing in again', async () => {
    const ids = await recordIds(await story.people.as('samordnare'))
    const { page, context, errors } = await open()
    await enter(page, 'dso')
    await page.goto(`/behandlingar/${ids.registered}/kommentarer`)
    await page.getByLabel('Skriv en kommentar').fill('Fråga enheten om loggarna')
    await context.clearCookies()
    await page.getByRole('button', { name: 'Skicka' }).click()
    await page.getByText('Du har loggats ut').waitFor()
    const kept = async (): Promise<string> => JSON.stringify(await page.evaluate(() => ({ ...localStorage })))
    await expect.poll(kept).toContain('forteckna.unsaved.text.')
    expect(await kept()).not.toContain('loggarna')
    expect(await page.content()).not.toContain('loggarna')

    await enter(page, 'dso')
    await page.bringToFront()
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await expect.poll(() => page.getByLabel('Skriv en kommentar').inputValue()).toBe('Fråga enheten om loggarna')
    expect(errors).toEqual([])
    await context.close()
  })
})

describe('an administrator', () => {
  it('ends the sign-ins of somebody whose computer is lost', async () => {
    const lost = await story.people.as('revisor', '/registret')
    const admin = await story.people.as('admin', '/katalog/personer?q=Aronsson')
    await admin.getByRole('button', { name: 'Ändra Nils Aronsson' }).click()
    await admin.getByRole('button', { name: 'Avsluta inloggningar' }).click()
    await admin.getByText('Personens inloggningar är avslutade: 1.').waitFor()
    await lost.goto('/registret')
    await lost.getByRole('heading', { name: 'Logga in' }).waitFor()
  })
})
