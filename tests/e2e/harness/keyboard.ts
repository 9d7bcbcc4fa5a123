import type { Page } from 'playwright-core'
import type { Answers } from './form.ts'

/** More than any page has. */
const mostStops = 150

const pressesMost = 500

/** Presses Tab until the focus stands on an element that fits the selector; a person who only has keys can do no other. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < pressesMost; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${selector} cannot be reached with Tab`)
}

/** Tabs to a button or link whose text begins as the pattern says, and presses it with Enter. */
export async function pressByKeys(page: Page, words: string | RegExp, within = ''): Promise<void> {
  const pattern = typeof words === 'string' ? `^${words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}` : words.source
  for (let presses = 0; presses < pressesMost; presses++) {
    const found = await page.evaluate(
      ([text, scope]) => {
        const active = document.activeElement
        const isControl = active?.matches('a, button, summary') && (scope === '' || active.closest(scope) !== null)
        return isControl && new RegExp(text, 'i').test(active?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '')
      },
      [pattern, within] as const,
    )
    if (found) return page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
  }
  throw new Error(`“${pattern}” cannot be reached with Tab`)
}

/** Answers the open section with keys alone, taking suggestions that stand in the way. */
export async function answerByKeys(page: Page, answers: Answers): Promise<void> {
  for (const [id, value] of Object.entries(answers)) {
    if ((await page.locator(`[id="f-${id}"]`).count()) === 0) await takeSuggestionsByKeys(page)
    await page.locator(`[id="f-${id}"]`).waitFor()
    await answerOneByKeys(page, `f-${id}`, value)
  }
  await takeSuggestionsByKeys(page)
}

async function takeSuggestionsByKeys(page: Page): Promise<void> {
  const offers = page.locator('main').getByRole('button', { name: /^Det stämmer/ })
  for (let left = await offers.count(); left > 0; left = await offers.count()) {
    await pressByKeys(page, 'Det stämmer', 'main')
    await page.waitForTimeout(100)
  }
}

async function answerOneByKeys(page: Page, id: string, value: string | true): Promise<void> {
  const field = page.locator(`[id="${id}"]`)
  const type = await field.evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName))
  if (type === 'radio') return chooseByKeys(page, id)
  await tabTo(page, `[id="${id}"]`)
  if (type === 'checkbox') return page.keyboard.press('Space')
  if (type === 'SELECT') return void (await field.selectOption(String(value)))
  await page.keyboard.press('Control+A')
  const text = String(value).replace(/^\+/, '')
  await page.keyboard.type(text)
  if ((await field.getAttribute('role')) === 'combobox') await pickByKeys(page, String(value).startsWith('+'))
}

/** A group of radio buttons is one stop for Tab; arrows choose within it. */
async function chooseByKeys(page: Page, id: string): Promise<void> {
  const name = await page.locator(`[id="${id}"]`).getAttribute('name')
  await tabTo(page, `input[type="radio"][name="${name}"]`)
  await page.keyboard.press('Space')
  for (let presses = 0; presses < 12; presses++) {
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`${id} cannot be chosen with the arrow keys`)
}

async function pickByKeys(page: Page, own: boolean): Promise<void> {
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press(own ? 'ArrowUp' : 'ArrowDown')
  await page.keyboard.press('Enter')
}

/** What takes focus on a page, stop by stop until focus leaves it, without being seen: behind a bar, or clipped away. */
export async function unseenStops(page: Page): Promise<string[]> {
  const unseen: string[] = []
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return 'end'
      const { x, y, width, height } = element.getBoundingClientRect()
      // Of a field for more lines, the first one: there the writing begins.
      const top = document.elementFromPoint(x + width / 2, y + Math.min(height, 32) / 2)
      const isSeen = element.contains(top) || top?.closest('label, .fk-find > div')?.contains(element)
      return isSeen ? '' : element.outerHTML.slice(0, 120)
    })
    if (found === 'end') break
    if (found) unseen.push(found)
  }
  return unseen
}
