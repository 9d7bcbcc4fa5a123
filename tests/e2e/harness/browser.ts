import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { browserFlags, findBrowser } from '../../support/browser.ts'

/** Widths that every page is looked at in: a desk and a phone. */
export const widths = { desk: 1280, phone: 390 } as const

const actionMs = 20_000

/** The browser that is at hand; without one the run fails, it does not pass in silence. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium was found. Set CHROMIUM_PATH or install chromium.')
  return chromium.launch({ executablePath, args: browserFlags })
}

/** A person's browser window with cookies of its own, in Swedish, and with no page error let by unseen. */
export async function openWindow(browser: Browser, origin: string, width: number = widths.desk): Promise<Window> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(actionMs)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  return { context, page, errors }
}

export interface Window {
  context: BrowserContext
  page: Page
  /** Errors that scripts of the page have thrown. */
  errors: string[]
}
