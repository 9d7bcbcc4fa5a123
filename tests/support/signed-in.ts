import { openBrowser, type CookieBrowser } from './cookie-browser.ts'
import type { SignInServer } from './sign-in-server.ts'

/** A browser in which this demo person has signed in through the whole round trip. Throws when that fails. */
export async function signedIn({ origin }: Pick<SignInServer, 'origin'>, userId: string): Promise<CookieBrowser> {
  const browser = openBrowser(origin)
  const { way } = await browser.follow(
    `/api/session/login?hint=${userId}&returnTo=/start`,
    (at) => at === `${origin}/start`,
  )
  if (way.at(-1) !== `${origin}/start`) throw new Error(`signing in as ${userId} led to ${way.at(-1)}`)
  return browser
}
