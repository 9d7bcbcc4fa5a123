import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PageState, RecordIds } from '../page-state.ts'
import { openWindow, widths, type Window } from './browser.ts'
import { recordIds } from './record-ids.ts'
import { enter } from './sign-in.ts'
import { openStory } from './story.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Tests of a file: each state is accessible at a desk and on a phone, needs no scrolling sideways, and meets no script error. */
export function lookAt(states: readonly PageState[]): void {
  const story = openStory()
  const windows = new Map<string, Promise<Window>>()
  let ids: RecordIds

  beforeAll(async () => {
    const { page } = await windowOf('samordnare')
    ids = await recordIds(page)
  })

  describe('every page is accessible at a desk and on a phone', () => {
    it.each(states.map((state): [string, PageState] => [`${state.route ?? 'frame'}: ${state.state}`, state]))(
      '%s',
      async (_, state) => {
        const { page, errors } = await windowOf(state.person)
        errors.length = 0
        await page.setViewportSize({ width: widths.desk, height: 900 })
        await page.goto(typeof state.address === 'string' ? state.address : state.address(ids))
        await page.locator('main').getByText(state.shows).locator('visible=true').first().waitFor()
        await page.locator('main .fk-waiting').waitFor({ state: 'detached' })
        await state.open?.(page)
        const found = []
        for (const width of Object.values(widths)) {
          await page.setViewportSize({ width, height: 900 })
          found.push(...(await violations(page, width)), ...(await overflow(page, width)))
        }
        expect(found).toEqual([])
        expect(errors).toEqual([])
      },
    )
  })

  function windowOf(person = ''): Promise<Window> {
    const known = windows.get(person)
    if (known) return known
    const opened = openWindow(story.browser, story.server.origin).then(async (window) => {
      if (person) await enter(window.page, person)
      return window
    })
    windows.set(person, opened)
    return opened
  }
}

async function violations(page: Page, width: number): Promise<string[]> {
  const result = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(rules)
    .analyze()
  return result.violations.map(
    ({ id, nodes }) => `${width}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

/** A page that must be scrolled sideways: content is wider than the window (WCAG 1.4.10). */
async function overflow(page: Page, width: number): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return wide > 0 ? [`${width}: ${wide} px wider than the window`] : []
}
