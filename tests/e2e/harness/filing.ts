import type { Page } from 'playwright-core'
import { type Answers, answer, goOn } from './form.ts'

/** Begins a notification of a new processing of our own and answers section A, so that there is a draft. */
export async function beginNotification(page: Page, answers: Answers): Promise<string> {
  await page.goto('/anmal')
  await page.getByLabel('En ny behandling').check()
  await page.getByLabel('Vi bestämmer själva varför och hur').check()
  await page.getByRole('button', { name: 'Fortsätt', exact: true }).click()
  await answer(page, answers)
  await page.waitForURL(/\/anmal\/act_/)
  return /act_\w+/.exec(page.url())?.[0] ?? ''
}

/** Answers every section in order and ends on the page where the notification is checked. */
export async function fillNotification(page: Page, sections: { [section: string]: Answers }): Promise<string> {
  const { a = {}, ...rest } = sections
  const id = await beginNotification(page, a)
  await goOn(page)
  for (const answers of Object.values(rest)) {
    await answer(page, answers)
    await goOn(page)
  }
  return id
}

/** Certifies and sends; ends on the receipt, whose number is returned. */
export async function submitNotification(page: Page): Promise<string> {
  await page.getByLabel(/^Jag har kontrollerat uppgifterna/).check()
  await page.getByRole('button', { name: 'Skicka anmälan' }).click()
  await page.getByRole('heading', { name: 'Anmälan är skickad' }).waitFor()
  return /B-\d{4}-\d{4,}/.exec(await page.locator('main').innerText())?.[0] ?? ''
}

/** Presses a decision and the same in the dialog that asks once. */
export async function decide(page: Page, decision: string | RegExp, confirm: string): Promise<void> {
  await page.getByRole('group', { name: 'Beslut' }).getByRole('button', { name: decision }).click()
  await page.getByRole('dialog').getByRole('button', { name: confirm, exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Takes a case in review, after which it can be decided. */
export async function takeCase(page: Page): Promise<void> {
  await page.getByRole('group', { name: 'Beslut' }).getByRole('button', { name: 'Ta ärendet' }).click()
  await page.getByRole('group', { name: 'Beslut' }).getByRole('button', { name: 'Skicka tillbaka' }).waitFor()
}
