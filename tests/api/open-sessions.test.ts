import { decodeJwt } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { provenMs } from '../../functions/http/open-session-routes.ts'
import { sessionIdleMs } from '../../functions/http/session.ts'
import { type CookieBrowser, openBrowser } from '../support/cookie-browser.ts'
import { startSignInServer, type SignInServer } from '../support/sign-in-server.ts'
import { signedIn } from '../support/signed-in.ts'
import { signToken } from '../support/tokens.ts'

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'

interface Open {
  items: { id: string; here?: boolean; device?: object; startedAt: string; seenAt: string; endsAt: string }[]
  mayEnd?: boolean
}

let server: SignInServer

beforeEach(async () => {
  server = await startSignInServer()
})
afterEach(() => server.close())

async function openOf(browser: CookieBrowser, path = '/api/session/open'): Promise<Open> {
  return (await (await browser.get(path)).json()) as Open
}

async function statusOf(browser: CookieBrowser): Promise<number> {
  return (await browser.get('/api/session')).status
}

/** Signs in once more in the same browser, proving anew who one is. */
async function provenAnew(browser: CookieBrowser, userId: string): Promise<string> {
  const { way } = await browser.follow(`/api/session/login?hint=${userId}&again=true&returnTo=/inloggningar`, (at) =>
    at.includes('inloggningar'),
  )
  return way[0] ?? ''
}

const end = (browser: CookieBrowser, ids: string[]) => browser.send('POST', '/api/session/end', { ids })

describe('the own sessions', () => {
  it('are seen with when and in what they began, and which of them is this', async () => {
    const elsewhere = openBrowser(server.origin)
    await elsewhere
      .follow('/api/session/login?hint=dso', (at) => at.includes('/api/session/callback'))
      .then(({ way }) => elsewhere.get(way.at(-1)!, { 'user-agent': firefox }))
    server.pass(60_000)
    const here = await signedIn(server, 'dso')
    await signedIn(server, 'chef')
    const { items } = await openOf(here)
    expect(items.map((one) => one.here)).toEqual([true, false])
    expect(items[1]?.device).toEqual({ browser: 'firefox', system: 'windows' })
    expect(Date.parse(items[1]!.endsAt) - Date.parse(items[1]!.seenAt)).toBe(sessionIdleMs)
    expect((await openOf(elsewhere)).items.map((one) => one.here)).toEqual([false, true])
  })

  it('are gone from the list when signed out, past their hour or replaced by a new sign-in', async () => {
    const [here, left, idle] = await Promise.all([1, 2, 3].map(() => signedIn(server, 'dso')))
    expect((await openOf(here!)).items).toHaveLength(3)
    await left!.send('POST', '/api/session/logout')
    expect((await openOf(here!)).items).toHaveLength(2)
    await provenAnew(here!, 'dso')
    expect((await openOf(here!)).items).toHaveLength(2)
    server.pass(sessionIdleMs / 2)
    await statusOf(here!)
    server.pass(sessionIdleMs / 2 + 1000)
    expect(await statusOf(idle!)).toBe(401)
    expect((await openOf(here!)).items).toHaveLength(1)
  })

  it('are ended elsewhere only after proving anew who one is, and only for a quarter of an hour', async () => {
    const elsewhere = await signedIn(server, 'dso')
    const here = await signedIn(server, 'dso')
    const other = (await openOf(here)).items.find((one) => !one.here)!.id
    const refused = await end(here, [other])
    expect(refused.status).toBe(403)
    expect(((await refused.json()) as { detail: string }).detail).toContain('Logga in på nytt')
    expect(await statusOf(elsewhere)).toBe(200)

    const asked = new URL(await provenAnew(here, 'dso')).searchParams
    expect([asked.get('prompt'), asked.get('max_age')]).toEqual(['login', '0'])
    expect(await openOf(here)).toMatchObject({ mayEnd: true })
    expect(await (await end(here, [other])).json()).toEqual({ ended: 1 })
    expect(await statusOf(elsewhere)).toBe(401)
    expect(await statusOf(here)).toBe(200)

    server.pass(provenMs)
    expect(await openOf(here)).toMatchObject({ mayEnd: false })
    expect((await end(here, [other])).status).toBe(403)
  })

  it.each([
    ['an hour ago', Math.floor(Date.now() / 1000) - 3600],
    ['nobody knows when', undefined],
    ['at a time that is none', 'now'],
  ])('are not opened anew by a proof given %s', async (_when, provenAt) => {
    const browser = openBrowser(server.origin)
    server.tamper.token = async (body) => {
      const claims = { ...decodeJwt(String(body['id_token'])), auth_time: provenAt }
      body['id_token'] = await signToken(server, { claims: claims as never })
    }
    await browser.follow('/api/session/login?hint=dso&again=true', (at) => at.includes('/logga-in'))
    expect(await statusOf(browser)).toBe(401)
    expect(server.troubles).toHaveLength(1)
  })

  it("are never somebody else's to end, and a token has none", async () => {
    const chef = await signedIn(server, 'chef')
    const id = (await openOf(chef)).items[0]!.id
    const dso = await signedIn(server, 'dso')
    await provenAnew(dso, 'dso')
    expect(await (await end(dso, [id])).json()).toEqual({ ended: 0 })
    expect(await statusOf(chef)).toBe(200)
    expect((await end(dso, [])).status).toBe(422)
  })
})

describe("somebody's sessions", () => {
  it('are seen and ended at once by an administrator, and by nobody else', async () => {
    const lost = await signedIn(server, 'dso')
    const path = `/api/people/${server.demo.people['dso']}/sessions`
    const chef = await signedIn(server, 'chef')
    expect((await chef.get(path)).status).toBe(403)
    expect((await chef.send('POST', `${path}/end`)).status).toBe(403)

    const admin = await signedIn(server, 'admin')
    expect((await openOf(admin, path)).items).toHaveLength(1)
    expect((await admin.get('/api/people/per_01KAAAAAAAAAAAAAAAAAAAAAAA/sessions')).status).toBe(404)
    expect(await (await admin.send('POST', `${path}/end`)).json()).toEqual({ ended: 1 })
    expect(await statusOf(lost)).toBe(401)
    expect(await statusOf(admin)).toBe(200)
    expect((await openOf(admin, path)).items).toEqual([])
  })
})
