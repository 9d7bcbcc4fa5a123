import type { Browser, Page } from 'playwright-core'
import { openWindow, type Window } from './browser.ts'
import { enter } from './sign-in.ts'

/** The windows of several people over the same server, each signed in when first asked for. */
export interface People {
  as(userId: string, address?: string): Promise<Page>
  /** Script errors in any window so far. */
  errors(): string[]
  /** A picture of each window, its file name beginning with `path`. */
  photograph(path: string): Promise<void>
  close(): Promise<void>
}

/** People who work side by side, each in a browser window of their own. */
export function openPeople(browser: Browser, origin: string): People {
  const windows = new Map<string, Window>()
  return {
    as: async (userId, address = '/') => {
      const known = windows.get(userId)
      if (known) {
        await known.page.goto(address)
        return known.page
      }
      const window = await openWindow(browser, origin)
      windows.set(userId, window)
      await enter(window.page, userId)
      await window.page.goto(address)
      return window.page
    },
    errors: () => [...windows].flatMap(([userId, { errors }]) => errors.map((error) => `${userId}: ${error}`)),
    photograph: async (path) => {
      for (const [userId, { page }] of windows)
        await page.screenshot({ path: `${path}-${userId}.png`, fullPage: true }).catch(() => undefined)
    },
    close: async () => {
      for (const { context } of windows.values()) await context.close()
      windows.clear()
    },
  }
}
