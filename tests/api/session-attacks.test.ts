import { decodeJwt, exportJWK, generateKeyPair } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type CookieBrowser } from '../support/cookie-browser.ts'
import { startSignInServer, type SignInServer } from '../support/sign-in-server.ts'
import { signedIn } from '../support/signed-in.ts'
import { resignWeakly, signToken } from '../support/tokens.ts'

let server: SignInServer

beforeAll(async () => {
  server = await startSignInServer()
})
afterEach(() => {
  delete server.tamper.token
  delete server.provider.settings.assurance
})
afterAll(() => server.close())

const signInMs = 10 * 60 * 1000

/** A browser on its way back from the identity provider, and the address it was sent to. */
async function returning(userId = 'dso'): Promise<{ browser: CookieBrowser; callback: URL }> {
  const browser = openBrowser(server.origin)
  const { way } = await browser.follow(`/api/session/login?hint=${userId}`, (at) => at.includes('/callback'))
  return { browser, callback: new URL(way.at(-1) ?? '') }
}

async function expectRefused(browser: CookieBrowser, callback: URL, fault: string): Promise<void> {
  const response = await browser.get(callback.href)
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe(`/logga-in?fel=${fault}`)
  expect(response.headers.getSetCookie()).toEqual([])
  expect((await browser.get('/api/session')).status).toBe(401)
}

describe("the identity provider's answer", () => {
  it('is refused with another state', async () => {
    const { browser, callback } = await returning()
    callback.searchParams.set('state', 'x'.repeat(43))
    await expectRefused(browser, callback, 'expired')
  })

  it('is refused without state', async () => {
    const { browser, callback } = await returning()
    callback.searchParams.delete('state')
    await expectRefused(browser, callback, 'expired')
  })

  it('is refused without a code, and with two states', async () => {
    const bare = await returning()
    bare.callback.searchParams.delete('code')
    await expectRefused(bare.browser, bare.callback, 'failed')
    const double = await returning()
    double.callback.searchParams.append('state', 'x'.repeat(43))
    const answer = await double.browser.get(double.callback.href)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect((await double.browser.get('/api/session')).status).toBe(401)
  })

  it('is refused in a browser that did not begin the sign-in', async () => {
    const { callback } = await returning()
    await expectRefused(openBrowser(server.origin), callback, 'expired')
    const other = (await returning('chef')).browser
    await expectRefused(other, callback, 'expired')
  })

  it('counts once: the same address again finds nothing', async () => {
    const { browser, callback } = await returning()
    expect((await browser.get(callback.href)).headers.get('location')).toBe('/')
    const again = await browser.get(callback.href)
    expect(again.headers.get('location')).toBe('/logga-in?fel=expired')
    expect(again.headers.getSetCookie()).toEqual([])
  })

  it('counts once when it comes twice at the same time', async () => {
    const { browser, callback } = await returning()
    const answers = await Promise.all([browser.get(callback.href), browser.get(callback.href)])
    expect(new Set(answers.map((answer) => answer.headers.get('location')))).toEqual(
      new Set(['/', '/logga-in?fel=expired']),
    )
  })

  it('is refused with a code from another sign-in, whose PKCE challenge it does not answer', async () => {
    const { browser, callback } = await returning()
    const stolen = (await returning('admin')).callback.searchParams.get('code') ?? ''
    callback.searchParams.set('code', stolen)
    await expectRefused(browser, callback, 'failed')
  })

  it('is refused with a code that has been used', async () => {
    const first = await returning()
    await first.browser.get(first.callback.href)
    const { browser, callback } = await returning()
    callback.searchParams.set('code', first.callback.searchParams.get('code') ?? '')
    await expectRefused(browser, callback, 'failed')
  })

  it('is refused when it names another issuer, or none (mix-up)', async () => {
    const mixed = await returning()
    mixed.callback.searchParams.set('iss', 'https://elsewhere.example')
    await expectRefused(mixed.browser, mixed.callback, 'failed')
    const silent = await returning()
    silent.callback.searchParams.delete('iss')
    await expectRefused(silent.browser, silent.callback, 'failed')
  })

  it('is refused when it comes too late', async () => {
    const { browser, callback } = await returning()
    server.pass(signInMs)
    await expectRefused(browser, callback, 'expired')
  })

  it('may say no', async () => {
    const { browser, callback } = await returning()
    callback.searchParams.delete('code')
    callback.searchParams.set('error', 'access_denied')
    await expectRefused(browser, callback, 'refused')
  })
})

describe('the ID token', () => {
  const forged: [string, (real: string) => Promise<string> | string][] = [
    ['another nonce', (real) => signToken(server, { claims: { ...decodeJwt(real), nonce: 'x'.repeat(43) } })],
    ['no nonce', (real) => signToken(server, { claims: { ...decodeJwt(real), nonce: undefined } })],
    [
      'another issuer',
      (real) => signToken(server, { claims: { ...decodeJwt(real), iss: 'https://elsewhere.example' } }),
    ],
    ['another audience', (real) => signToken(server, { claims: { ...decodeJwt(real), aud: 'another-client' } })],
    ['an expiry in the past', (real) => signToken(server, { claims: { ...decodeJwt(real), exp: 1_700_000_000 } })],
    ['no expiry', (real) => signToken(server, { claims: { ...decodeJwt(real), exp: undefined } })],
    ['a foreign signature', (real) => signToken(server, { claims: decodeJwt(real), foreignKey: true })],
    ['no signature (alg none)', (real) => resignWeakly(real, 'none')],
    [
      'a shared-secret signature (alg HS256)',
      (real) => resignWeakly(real, 'HS256', server.provider.settings.clientSecret),
    ],
    [
      'a key of its own in its header',
      async (real) => {
        const { publicKey } = await generateKeyPair('RS256', { extractable: true })
        const header = { jwk: await exportJWK(publicKey) }
        return signToken(server, { claims: decodeJwt(real), foreignKey: true, header })
      },
    ],
    ['a key it does not have', (real) => signToken(server, { claims: decodeJwt(real), header: { kid: 'another' } })],
    [
      'a demand in its header that nobody knows',
      (real) => signToken(server, { claims: decodeJwt(real), header: { crit: ['unheard-of'], 'unheard-of': true } }),
    ],
    ['a signature cut short', (real) => real.slice(0, -20)],
    ['a claim changed after signing', (real) => withClaim(real, 'sub', 'admin')],
    [
      'a time before which it does not hold',
      (real) => signToken(server, { claims: { ...decodeJwt(real), nbf: later() } }),
    ],
    [
      'two audiences, made for the other one',
      (real) => {
        const { provider } = server
        const claims = {
          ...decodeJwt(real),
          aud: [provider.settings.clientId, 'another-client'],
          azp: 'another-client',
        }
        return signToken(server, { claims })
      },
    ],
    ['nothing that is a token', () => 'a.b.c'],
    ['no subject', (real) => signToken(server, { claims: { ...decodeJwt(real), sub: undefined } })],
  ]

  it.each([
    ['none', undefined],
    ['a lower one', 'loa2'],
    ['one that only begins alike', 'loa3-uncertified'],
    ['several at once', ['loa3', 'loa4']],
  ])('is refused with %s of the levels of assurance asked for', async (_what, acr) => {
    const { settings } = server.provider
    settings.assurance = ['loa3', 'loa4']
    const { browser, callback } = await returning()
    server.tamper.token = async (body) => {
      body['id_token'] = await signToken(server, {
        claims: { ...decodeJwt(String(body['id_token'])), acr: acr as string },
      })
    }
    await expectRefused(browser, callback, 'failed')
    expect(server.troubles.at(-1)).toMatchObject({ error: 'AssuranceMissing' })
  })

  it('is taken with one of the levels of assurance asked for', async () => {
    const { settings } = server.provider
    settings.assurance = ['loa3', 'loa4']
    const { browser, callback } = await returning()
    server.tamper.token = async (body) => {
      body['id_token'] = await signToken(server, { claims: { ...decodeJwt(String(body['id_token'])), acr: 'loa4' } })
    }
    expect((await browser.get(callback.href)).headers.get('location')).toBe('/')
  })

  it.each(forged)('is refused with %s', async (_what, forge) => {
    const { browser, callback } = await returning()
    server.tamper.token = async (body) => {
      body['id_token'] = await forge(String(body['id_token']))
    }
    await expectRefused(browser, callback, 'failed')
  })

  it('is refused when it is missing', async () => {
    const { browser, callback } = await returning()
    server.tamper.token = (body) => void delete body['id_token']
    await expectRefused(browser, callback, 'failed')
  })

  it('is refused for somebody who is not in the directory', async () => {
    const { browser, callback } = await returning()
    server.tamper.token = async (body) => {
      const claims = { ...decodeJwt(String(body['id_token'])), sub: 'nobody' }
      body['id_token'] = await signToken(server, { claims })
    }
    await expectRefused(browser, callback, 'unknown-person')
  })

  it('is taken when nothing is wrong with it, so that the refusals above mean something', async () => {
    const { browser, callback } = await returning()
    server.tamper.token = async (body) => {
      body['id_token'] = await signToken(server, { claims: decodeJwt(String(body['id_token'])) })
    }
    expect((await browser.get(callback.href)).headers.get('location')).toBe('/')
  })
})

/** An hour from now, in epoch seconds. */
function later(): number {
  return Math.floor(Date.now() / 1000) + 3600
}

/** The token with its signature kept and one claim changed. */
function withClaim(token: string, name: string, value: string): string {
  const [header, , signature] = token.split('.')
  const claims = JSON.stringify({ ...decodeJwt(token), [name]: value })
  return `${header}.${Buffer.from(claims).toString('base64url')}.${signature}`
}

describe('the way back after signing in', () => {
  const elsewhere = [
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/%09/elsewhere.example\t',
    '\\\\elsewhere.example',
    'javascript:alert(1)',
    'elsewhere',
    '',
    '/api/session/logout',
    '/oidc/session/end',
    '/x/../api/session/login',
  ]

  it.each(elsewhere)('never leads elsewhere: %j', async (returnTo) => {
    const query = new URLSearchParams({ hint: 'dso', returnTo })
    const response = await openBrowser(server.origin).get(`/api/session/login?${query}`)
    if (response.status === 400) return
    const { way } = await openBrowser(server.origin).follow(
      `/api/session/login?${query}`,
      (at) => !/\/(oidc|api)\//.test(at),
    )
    expect(new URL(way.at(-1) ?? '').origin).toBe(server.origin)
    expect(new URL(way.at(-1) ?? '').pathname.startsWith('//')).toBe(false)
  })

  it('is refused with 400 when it is plainly elsewhere', async () => {
    const response = await openBrowser(server.origin).get('/api/session/login?returnTo=https://elsewhere.example/')
    expect(response.status).toBe(400)
  })
})

describe('the session', () => {
  it('is a new one at each sign-in, whatever cookie the browser came with (fixation)', async () => {
    const planted = 'p'.repeat(43)
    const { browser, callback } = await returning()
    const [name = ''] = [...(await signedIn(server, 'chef')).cookies.keys()].filter((key) => key.startsWith('session'))
    browser.cookies.set(name, planted)
    await browser.get(callback.href)
    expect(browser.cookies.get(name)).toMatch(/^[\w-]{43}$/)
    expect(browser.cookies.get(name)).not.toBe(planted)
    const thief = openBrowser(server.origin)
    thief.cookies.set(name, planted)
    expect((await thief.get('/api/session')).status).toBe(401)
  })

  it('gives way to the next one in the same browser', async () => {
    const browser = await signedIn(server, 'chef')
    const old = openBrowser(server.origin)
    for (const [name, value] of browser.cookies) old.cookies.set(name, value)
    await browser.follow('/api/session/login?hint=dso', (at) => at === `${server.origin}/`)
    expect(await (await browser.get('/api/session')).json()).toMatchObject({ person: { userId: 'dso' } })
    expect((await old.get('/api/session')).status).toBe(401)
  })

  it.each([undefined, '', 'x', 'ö', '"', '../../etc', 'x'.repeat(5000)])(
    'is nobody with the cookie %j',
    async (value) => {
      const browser = openBrowser(server.origin)
      if (value !== undefined) browser.cookies.set(`session-${new URL(server.origin).port}`, encodeURIComponent(value))
      expect((await browser.get('/api/session')).status).toBe(401)
    },
  )
})

describe('the log', () => {
  it('tells what kind of fault a sign-in had, and nothing of what was in it', async () => {
    server.troubles.length = 0
    const { browser, callback } = await returning()
    const code = callback.searchParams.get('code') ?? ''
    callback.searchParams.set('iss', 'https://elsewhere.example')
    await expectRefused(browser, callback, 'failed')
    expect(server.troubles).toEqual([
      {
        time: expect.any(String),
        event: 'sign-in-failed',
        error: 'ClientError',
        code: expect.any(String),
      },
    ])
    expect(JSON.stringify(server.troubles)).not.toContain(code)
  })
})

describe('another name for this machine', () => {
  it('leads to the address that the sign-in comes back to', async () => {
    const { port } = new URL(server.origin)
    const response = await fetch(`http://127.0.0.1:${port}/api/session/login?hint=dso`, { redirect: 'manual' })
    expect(response.headers.get('location')).toBe(`${server.origin}/api/session/login?hint=dso`)
  })
})
