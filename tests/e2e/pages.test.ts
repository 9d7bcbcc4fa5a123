import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openRoutes, routes } from '../../web/router/routes.ts'
import { openWindow, widths, type Window } from './harness/browser.ts'
import { recordIds } from './harness/record-ids.ts'
import { signIn } from './harness/sign-in.ts'
import { openStory } from './harness/story.ts'
import { pageStates } from './pages.ts'
import type { PageState, RecordIds } from './page-state.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const shownMs = 10_000
const story = openStory()
const windows = new Map<string, Promise<Window>>()
let ids: RecordIds

beforeAll(async () => {
  const { page } = await windowOf('samordnare')
  ids = await recordIds(page)
}, 60_000)

describe('the list of pages', () => {
  it('holds every address of the web', () => {
    const listed = new Set(pageStates.map(({ route }) => route))
    const all = [...routes, ...openRoutes].map(({ path }) => path)
    expect(all.filter((path) => !listed.has(path))).toEqual([])
    expect([...listed].filter((path) => path && !all.includes(path))).toEqual([])
  })

  it('holds at least forty states', () => expect(pageStates.length).toBeGreaterThanOrEqual(40))
})

describe('every page is accessible at a desk and on a phone', () => {
  it.each(pageStates.map((state): [string, PageState] => [`${state.route ?? 'frame'}: ${state.state}`, state]))(
    '%s',
    async (_, state) => {
      const { page, errors } = await windowOf(state.person)
      errors.length = 0
      await page.setViewportSize({ width: widths.desk, height: 900 })
      await page.goto(typeof state.address === 'string' ? state.address : state.address(ids))
      await page.locator('main').getByText(state.shows).locator('visible=true').first().waitFor({ timeout: shownMs })
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
    if (person) await signIn(window.page, person)
    return window
  })
  windows.set(person, opened)
  return opened
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
