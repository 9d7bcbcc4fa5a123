import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/cookie-browser.ts'
import { startSignInServer, type SignInServer } from '../support/sign-in-server.ts'
import { signedIn } from '../support/signed-in.ts'

let server: SignInServer

beforeAll(async () => {
  server = await startSignInServer()
})
afterAll(() => server.close())

describe('signing in', () => {
  it('goes to the identity provider with code, PKCE, state and nonce, and comes back to where it began', async () => {
    const browser = openBrowser(server.origin)
    const { way } = await browser.follow('/api/session/login?hint=dso&returnTo=/granska?a=1', (at) =>
      at.includes('granska'),
    )
    const asked = new URL(way[0] ?? '').searchParams
    expect(asked.get('response_type')).toBe('code')
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/)
    expect(asked.get('state')).toMatch(/^[\w-]{43}$/)
    expect(asked.get('nonce')).toMatch(/^[\w-]{43}$/)
    expect(way.at(-1)).toBe(`${server.origin}/granska?a=1`)
  })

  it('tells who one is, with roles valid today and their scope', async () => {
    const browser = await signedIn(server, 'samordnare')
    const response = await browser.get('/api/session')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      person: {
        id: server.demo.people['samordnare'],
        userId: 'samordnare',
        displayName: 'Samira Haddad',
        orgUnitId: server.demo.units['sjukhusforvaltningen'],
      },
      roles: [{ role: 'dpCoordinator', scopeOrgUnitId: server.demo.units['sjukhusforvaltningen'] }],
      language: 'sv',
      endsAt: expect.stringMatching(/^\d{4}-/),
      stashKey: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  it('gives each person a key of their own for unsaved text, the same in every browser', async () => {
    const keyOf = async (userId: string): Promise<string> => {
      const browser = await signedIn(server, userId)
      return ((await (await browser.get('/api/session')).json()) as { stashKey: string }).stashKey
    }
    const [first, other, again] = [await keyOf('dso'), await keyOf('chef'), await keyOf('dso')]
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })

  it('gives the browser one cookie that scripts cannot read, and no token', async () => {
    const browser = openBrowser(server.origin)
    const { way } = await browser.follow('/api/session/login?hint=dso', (at) => at.includes('/api/session/callback'))
    const response = await browser.get(way.at(-1) ?? '')
    const [cookie = '', ...more] = response.headers.getSetCookie()
    expect(more).toEqual([])
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/)
    expect(cookie).toMatch(/; Path=\//)
    expect([...browser.cookies.values()].filter((value) => value.split('.').length === 3)).toEqual([])
    expect(response.headers.get('location')).toBe('/')
  })

  it('shows who can be picked, on a page without script and inline style', async () => {
    const browser = openBrowser(server.origin)
    const { response } = await browser.follow('/api/session/login?language=en')
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(page).toContain('<html lang="en"')
    expect(page).toContain('Maja Lindkvist')
    expect(page).not.toMatch(/<script|style=|<style/)
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('signs in the person picked on that page', async () => {
    const browser = openBrowser(server.origin)
    const { way } = await browser.follow('/api/session/login')
    await browser.follow(`${way.at(-1)}?as=chef`, (at) => at === `${server.origin}/`)
    expect(await (await browser.get('/api/session')).json()).toMatchObject({ person: { userId: 'chef' } })
  })

  it('asks again when nobody has the user name, and shows it as text', async () => {
    const browser = openBrowser(server.origin)
    const { response } = await browser.follow(`/api/session/login?hint=${encodeURIComponent('<b>nobody')}`)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('&#60;b&#62;nobody')
  })

  it('lists who can be picked for the front end', async () => {
    const options = (await (await openBrowser(server.origin).get('/api/session/options')).json()) as {
      provider: string
      people: { userId: string }[]
    }
    expect(options.provider).toBe('Region Demo')
    expect(options.people).toHaveLength(13)
    expect(options.people[0]).toEqual({
      userId: 'anmalare',
      displayName: 'Maja Lindkvist',
      title: 'Sjuksköterska',
      unitName: 'Hjärtmottagningen',
    })
  })

  it('tells the front end whether the browser brings a session, so that it need not ask in vain', async () => {
    const browser = openBrowser(server.origin)
    const brings = async (): Promise<unknown> =>
      ((await (await browser.get('/api/session/options')).json()) as { hasSession: boolean }).hasSession
    expect(await brings()).toBe(false)
    await browser.follow('/api/session/login?hint=dso')
    expect(await brings()).toBe(true)
  })

  it('is asked for by 401 when nobody has', async () => {
    expect((await openBrowser(server.origin).get('/api/session')).status).toBe(401)
  })
})

describe('the language', () => {
  it('is kept on the session', async () => {
    const browser = await signedIn(server, 'anmalare')
    const changed = await browser.send('PUT', '/api/session', { language: 'en' })
    expect(changed.status).toBe(200)
    expect(await (await browser.get('/api/session')).json()).toMatchObject({ language: 'en' })
    const refused = await browser.send('PUT', '/api/session', { language: 'de' })
    expect(refused.status).toBe(422)
    expect(refused.headers.get('content-language')).toBe('en')
  })

  it('can be chosen before signing in', async () => {
    const browser = openBrowser(server.origin)
    await browser.follow('/api/session/login?hint=dso&language=en', (at) => at === `${server.origin}/`)
    expect(await (await browser.get('/api/session')).json()).toMatchObject({ language: 'en' })
  })

  it('is not changed by another site', async () => {
    const browser = await signedIn(server, 'anmalare')
    const response = await browser.send('PUT', '/api/session', { language: 'en' }, { 'sec-fetch-site': 'cross-site' })
    expect(response.status).toBe(403)
  })
})

describe('signing out', () => {
  it('ends the session at once, here and at the identity provider', async () => {
    const browser = await signedIn(server, 'dso')
    const held = new Map(browser.cookies)
    const response = await browser.send('POST', '/api/session/logout')
    expect(response.status).toBe(200)
    const { location } = (await response.json()) as { location: string }
    expect(location).toContain('/oidc/session/end?')
    const told = new URL(location, server.origin).searchParams
    expect([...told.keys()].toSorted()).toEqual(['client_id', 'logout_uri', 'post_logout_redirect_uri'])
    expect((await browser.follow(location, (at) => at === `${server.origin}/`)).way).toEqual([`${server.origin}/`])

    for (const [name, value] of held) browser.cookies.set(name, value)
    expect((await browser.get('/api/session')).status).toBe(401)
  })

  it('is no way out to other sites', async () => {
    const address = '/oidc/session/end?client_id=forteckna&post_logout_redirect_uri=https://elsewhere.example/'
    const response = await openBrowser(server.origin).get(address)
    expect(response.headers.get('location')).toBe('/')
  })

  it('works for somebody whose session is over', async () => {
    expect((await openBrowser(server.origin).send('POST', '/api/session/logout')).status).toBe(200)
  })
})

describe('a restart of the server', () => {
  it('leaves sessions and printed tokens as they were', async () => {
    const browser = await signedIn(server, 'dso')
    await server.restart()
    expect((await browser.get('/api/session')).status).toBe(200)
    await signedIn(server, 'chef')
  })
})
