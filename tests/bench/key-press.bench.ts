import type { Page } from 'playwright-core'
import { openBrowser, openWindow } from '../e2e/harness/browser.ts'
import { signIn } from '../e2e/harness/sign-in.ts'
import { openFilledRegister } from '../support/filled-register.ts'
import { freePort } from '../support/free-port.ts'
import { startLocal } from '../support/local-server.ts'
import { type Figure, percentile } from './figure.ts'

const assets = Number(process.env['BENCH_ASSETS'] ?? 300_000)
const withinMs = 100
/** The pass of the day begins ten seconds after the start; it is over when people come to work. */
const settleMs = 15_000
/** Common words, rare ones, several, and some that nothing is called. */
const typed = [
  'latitude',
  'bärbar dator',
  'övervakning göteborg',
  'philips intellivue',
  'u-001400',
  'servo',
  'kiruna 123',
  'dell optiplex',
  'xyzzy',
  'ånga örebro',
]

/** From a key press to the first frame that shows its answer, in Chromium, on the list and on the search page. */
export async function measure(): Promise<Figure[]> {
  const register = await openFilledRegister(assets, 'rows')
  const server = startLocal(await freePort(), { DATA_DIR: register.path, WEB: '1', DEMO: '1' })
  const browser = await openBrowser()
  try {
    await server.ready()
    const { page } = await openWindow(browser, server.origin)
    await signIn(page, 'it', '/tillgangar')
    await page.waitForTimeout(settleMs)
    const list = await timesOn(page, '/tillgangar')
    const search = await timesOn(page, '/sok')
    return [...figuresOf('list', list), ...figuresOf('search', search)]
  } finally {
    await browser.close()
    server.child.kill('SIGTERM')
    await server.ended
    register.remove()
  }
}

function figuresOf(name: string, times: readonly number[]): Figure[] {
  return [
    { name: `P4 key press on the ${name} page, ${times.length}: p50`, value: percentile(times, 0.5), unit: 'ms' },
    {
      name: `P4 key press on the ${name} page: p99`,
      value: percentile(times, 0.99),
      unit: 'ms',
      budget: withinMs,
    },
  ]
}

async function timesOn(page: Page, address: string): Promise<number[]> {
  await page.goto(address)
  const field = page.locator('main').getByRole('searchbox')
  const times: number[] = []
  const press = async (key: string) => {
    await page.evaluate(awaitAnswer)
    await page.keyboard.type(key)
    return page.evaluate(() => (globalThis as unknown as { answer: Promise<number> }).answer)
  }
  for (const [round, words] of [...typed.slice(0, 1), ...typed].entries()) {
    await field.fill('')
    await page.waitForTimeout(100)
    for (const letter of words) {
      if (letter === ' ') await page.keyboard.type(letter)
      else if (round === 0) await press(letter)
      else times.push(await press(letter))
    }
  }
  return times
}

/** Runs in the page: `answer` will be the milliseconds from the next key press to the frame after its answer stands there. */
function awaitAnswer(): void {
  const isAnswered = (): boolean => {
    const main = document.querySelector('main')
    const words = main?.querySelector<HTMLInputElement>('input[type=search]')?.value.trim()
    const list = main?.querySelector('[aria-busy]')
    const isShown = list ? list.getAttribute('aria-busy') === 'false' : !main?.querySelector('.fk-waiting')
    return isShown && words === (new URL(location.href).searchParams.get('q') ?? '')
  }
  const answer = new Promise<number>((resolve) => {
    let pressedAt = 0
    let isTyped = false
    const hear = ({ type, timeStamp }: Event): void => {
      pressedAt ||= timeStamp
      isTyped ||= type === 'input'
    }
    for (const type of ['keydown', 'input']) document.addEventListener(type, hear, { capture: true, once: true })
    const look = (): void => {
      if (!isTyped || !isAnswered()) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressedAt)))
    }
    const observer = new MutationObserver(() => setTimeout(look))
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  })
  Object.assign(globalThis, { answer })
}
