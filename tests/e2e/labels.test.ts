import jsQr from 'jsqr'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { beginStockTake } from './harness/intake.ts'
import { openStory } from './harness/story.ts'

const story = openStory()

it('prints labels that a camera reads, and that count in a stock-take', async () => {
  const page = await story.people.as('mt', '/tillgangar?kind=medicalDevice')
  await page.locator('tbody').getByRole('checkbox').first().check()
  const link = page.locator('tbody th a').first()
  const address = new URL((await link.getAttribute('href')) ?? '', story.server.origin).href
  const name = (await link.textContent()) ?? ''
  await page.getByRole('link', { name: 'Etiketter' }).click()
  await page.getByRole('img', { name: /^QR-kod/ }).waitFor()
  const read = await decoded(page)
  expect(read).toBe(address)

  await page.goto('/tillgangar/inventering')
  await beginStockTake(page, 'Region Demo')
  await page.getByLabel('Läs av eller skriv').fill(`${read}\nokänd-1`)
  await page.getByRole('button', { name: 'Räkna in' }).click()
  await page.getByRole('button', { name: /^Finns 1/ }).click()
  await page.locator('main').getByRole('link', { name }).waitFor()
  await page.getByRole('button', { name: /^Oväntade 1/ }).click()
  await page.getByText('finns inte i förteckningen').waitFor()
  await page.getByRole('button', { name: /som inventerad i dag/ }).click()
  await page
    .getByText(/märkt som inventerad/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Avsluta inventeringen' }).click()
  await page.getByRole('button', { name: 'Öppna igen' }).waitFor()
}, 120_000)

/** What another library reads from the label as the browser draws it, at the size of a printer. */
async function decoded(page: Page): Promise<string | undefined> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setDeviceMetricsOverride', {
    width: 1280,
    height: 900,
    deviceScaleFactor: 4,
    mobile: false,
  })
  const png = await page.locator('.fk-label__code').first().screenshot()
  await cdp.send('Emulation.clearDeviceMetricsOverride')
  const blank = await page.context().newPage()
  const { width, height, data } = await blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    const image = context.getImageData(0, 0, bitmap.width, bitmap.height)
    return { width: image.width, height: image.height, data: [...image.data] }
  }, png.toString('base64'))
  await blank.close()
  return jsQr.default(Uint8ClampedArray.from(data), width, height)?.data
}
