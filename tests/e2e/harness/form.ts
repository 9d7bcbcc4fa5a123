import type { Locator, Page } from 'playwright-core'

/** Answers by the id of their field, without its `f-`; `true` ticks or chooses, a text is typed, picked or selected. */
export interface Answers {
  [fieldId: string]: string | true
}

/** Answers questions of the open section as a person would, field by field, taking suggestions that stand in the way. */
export async function answer(page: Page, answers: Answers): Promise<void> {
  for (const [id, value] of Object.entries(answers)) {
    const field = page.locator(`[id="f-${id}"]`)
    if ((await field.count()) === 0) await takeSuggestions(page)
    await answerOne(field, value)
  }
  await takeSuggestions(page)
}

/** Takes every suggestion that the open section makes, those that appear meanwhile too. */
export async function takeSuggestions(page: Page): Promise<void> {
  const offers = page.locator('main').getByRole('button', { name: /^Det stämmer/ })
  for (let left = await offers.count(); left > 0; left = await offers.count()) {
    await offers.first().click()
    await page.waitForTimeout(100)
  }
}

/** Goes on to the next section, which saves what has been answered. */
export async function goOn(page: Page): Promise<void> {
  const before = partOf(page.url())
  await page.getByRole('button', { name: /^Spara och fortsätt/ }).click()
  await page.waitForURL((url) => partOf(url.href) !== before)
}

/** Waits until everything typed stands in the register. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.fk-formbar .fk-saved:not([data-off])', { hasText: 'Sparat' }).waitFor()
  await page.waitForLoadState('networkidle')
}

async function answerOne(field: Locator, value: string | true): Promise<void> {
  await field.waitFor()
  if (value === true) return field.check()
  const tag = await field.evaluate((element) => element.tagName)
  if (tag === 'SELECT') return void (await field.selectOption(value))
  if ((await field.getAttribute('role')) === 'combobox') return pick(field, value)
  await field.fill(value)
  await field.blur()
}

/** `+` before the value: what was typed is used as it is, though the list does not have it. */
async function pick(field: Locator, value: string): Promise<void> {
  const own = value.startsWith('+')
  const text = own ? value.slice(1) : value
  await field.fill('')
  await field.pressSequentially(text)
  if (own) return field.page().getByRole('option').last().click()
  await field.page().getByRole('option', { name: text }).first().click()
}

function partOf(address: string): string | undefined {
  return new URL(address).pathname.split('/').at(-1)
}
