import type { Page } from 'playwright-core'

/** Signs in as a demo person as a person does: the product's page, the identity provider, and back to where one was going. */
export async function signIn(page: Page, userId: string, address = '/'): Promise<void> {
  await page.goto(address)
  await page.locator('.fk-signin a', { has: page.locator('code', { hasText: new RegExp(`^${userId}$`) }) }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/oidc') && !url.pathname.startsWith('/api/'))
  await page.locator('.fk-signin').waitFor({ state: 'detached' })
}

/** Signs in as a demo person by the same round trip, without looking at its pages. */
export async function enter(page: Page, userId: string): Promise<void> {
  const answer = await page.request.get(`/api/session/login?hint=${userId}&returnTo=/`)
  if (new URL(answer.url()).pathname !== '/') throw new Error(`signing in as ${userId} led to ${answer.url()}`)
}
