import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { openPeople, type People } from './people.ts'
import { openServer, type RunningServer } from './server.ts'

const pictures = resolve(import.meta.dirname, '../../../.build/e2e')
const setUpMs = 120_000

/** What the tests of one file share. */
export interface Story {
  readonly server: RunningServer
  readonly browser: Browser
  readonly people: People
}

/**
 * One server, one browser and its people for the tests of a file. With `steps`, the tests are one story: after a failed one the
 * others are skipped. A failure leaves a picture of every window in `.build/e2e`.
 */
export function openStory({ clock, steps = false }: { clock?: string; steps?: boolean } = {}): Story {
  let server: RunningServer | undefined
  let browser: Browser | undefined
  let people: People | undefined
  let failed = false

  beforeAll(async () => {
    server = await openServer(clock)
    browser = await openBrowser()
    people = openPeople(browser, server.origin)
  }, setUpMs)
  beforeEach((context) => {
    if (steps && failed) context.skip('an earlier step failed')
  })
  afterEach(async (context) => {
    if (context.task.result?.state !== 'fail') return
    failed = true
    mkdirSync(pictures, { recursive: true })
    writeFileSync(join(pictures, 'server.log'), server?.log() ?? '')
    await people?.photograph(join(pictures, context.task.name.replaceAll(/\W+/g, '-').slice(0, 60)))
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  }, setUpMs)

  return {
    get server() {
      return given(server)
    },
    get browser() {
      return given(browser)
    },
    get people() {
      return given(people)
    },
  }
}

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the story has not begun')
  return value
}
