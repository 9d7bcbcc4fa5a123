import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'
import { openBrowser, openWindow } from '../e2e/harness/browser.ts'
import { openServer } from '../e2e/harness/server.ts'
import { signIn } from '../e2e/harness/sign-in.ts'
import type { Figure } from './figure.ts'

interface Weight {
  address: string
  scriptKb: number
  allKb: number
  lcpMs: number
  cls: number
}

const compressed = /\.(woff2|png|jpg)$/
const settleMs = 500

/** P7: what every page weighs when it is the first one opened, and how it comes up, in a browser with an empty cache. */
export async function measure(): Promise<Figure[]> {
  const server = await openServer()
  const browser = await openBrowser()
  try {
    const weights: Weight[] = []
    for (const [userId, addresses] of Object.entries(await addressesOf(server.origin))) {
      for (const address of addresses) {
        const { context, page } = await openWindow(browser, server.origin)
        if (userId !== 'nobody') await signIn(page, userId, '/hjalp')
        weights.push(await weigh(page, address))
        await context.close()
      }
    }
    for (const { address, scriptKb, allKb, lcpMs, cls } of weights) {
      console.error(
        `${address}  ${scriptKb.toFixed(1)} / ${allKb.toFixed(1)} KB  ${lcpMs.toFixed(0)} ms  ${cls.toFixed(3)}`,
      )
    }
    return figures(weights)
  } finally {
    await browser.close()
    await server.close()
  }
}

function figures(weights: readonly Weight[]): Figure[] {
  const worst = (name: string, key: Exclude<keyof Weight, 'address'>, unit: string, budget: number): Figure => {
    const heaviest = weights.toSorted((a, b) => b[key] - a[key])[0]!
    const address = heaviest.address.replace(/(act|app)_\w+/, ':id')
    return { name: `P7 ${name}, worst of ${weights.length} pages (${address})`, value: heaviest[key], unit, budget }
  }
  return [
    worst('script, gzip', 'scriptKb', 'KB', 60),
    worst('everything but data, as sent', 'allKb', 'KB', 120),
    worst('largest contentful paint', 'lcpMs', 'ms', 1200),
    worst('layout shift', 'cls', '', 0.001),
  ]
}

/** One address of each page, by who opens it. */
async function addressesOf(origin: string): Promise<{ [userId: string]: string[] }> {
  const browser = await openBrowser()
  const { page } = await openWindow(browser, origin)
  const idOf = async (userId: string, query: string, plural = 'activities'): Promise<string> => {
    await page.context().clearCookies()
    await signIn(page, userId, '/hjalp')
    const answer = await page.request.get(`/api/${plural}?${query}`)
    const { items } = (await answer.json()) as { items: { id: string }[] }
    return items[0]?.id ?? ''
  }
  const registered = await idOf('dso', 'state=registered&q=Patientjournal')
  const submitted = await idOf('samordnare', 'state=submitted,coordinatorReview,dpoReview')
  const draft = await idOf('anmalare', 'state=draft,returned')
  const system = `/tillgangar/system/${await idOf('it', 'q=linden', 'applications')}`
  await browser.close()
  const parts = [...'abcdefghijk'].map((part) => `/anmal/${draft}/${part}`)
  return {
    nobody: ['/logga-in'],
    anmalare: ['/', '/anmalningar', '/anmal', ...(draft ? [`/anmalningar/${draft}`, ...parts] : [])],
    samordnare: ['/granska', ...(submitted ? [`/granska/${submitted}`] : [])],
    dso: [
      '/',
      '/registret',
      `/behandlingar/${registered}`,
      `/behandlingar/${registered}/historik`,
      '/sok?q=journal',
      '/ordlista',
    ],
    it: [
      '/tillgangar',
      system,
      ...['samband', 'historik', 'kommentarer', 'andra'].map((part) => `${system}/${part}`),
      '/tillgangar/utrustning/ny',
      '/tillgangar/flytta',
      '/tillgangar/inventering',
      '/inlasning',
    ],
    admin: ['/katalog', '/katalog/personer', '/katalog/roller'],
  }
}

async function weigh(page: Page, address: string): Promise<Weight> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(settleMs)
  const files = responses.filter((response) => !new URL(response.url()).pathname.startsWith('/api/'))
  const sizes = await Promise.all(
    files.map(async (file) => ({ path: new URL(file.url()).pathname, ...(await packed(file)) })),
  )
  const kb = (bytes: readonly number[]) => bytes.reduce((sum, one) => sum + one, 0) / 1024
  return {
    address,
    scriptKb: kb(sizes.filter(({ path }) => path.endsWith('.js')).map(({ gzip }) => gzip)),
    allKb: kb(sizes.map(({ sent }) => sent)),
    ...(await page.evaluate(readPaint)),
  }
}

/** Bytes of a file as gzip, and as it is sent: brotli, but for what is compressed already. */
async function packed(response: Response): Promise<{ gzip: number; sent: number }> {
  const body = await response.body().catch(() => Buffer.alloc(0))
  const whole = compressed.test(new URL(response.url()).pathname)
  return { gzip: gzipSync(body, { level: 9 }).length, sent: whole ? body.length : brotliCompressSync(body).length }
}

/** Runs in the page: largest contentful paint and the sum of unexpected layout shifts until now. */
async function readPaint(): Promise<{ lcpMs: number; cls: number }> {
  const entriesOf = (type: string): Promise<PerformanceEntry[]> =>
    new Promise((resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries()))
      observer.observe({ type, buffered: true })
      setTimeout(() => resolve([]), 300)
    })
  const paints = await entriesOf('largest-contentful-paint')
  const shifts = (await entriesOf('layout-shift')) as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]
  const cls = shifts.filter(({ hadRecentInput }) => !hadRecentInput).reduce((sum, { value }) => sum + value, 0)
  return { lcpMs: paints.at(-1)?.startTime ?? 0, cls }
}
