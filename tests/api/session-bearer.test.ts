import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/cookie-browser.ts'
import { startSignInServer, type SignInServer } from '../support/sign-in-server.ts'
import { signedIn } from '../support/signed-in.ts'
import { resignWeakly, signToken, type TokenWishes } from '../support/tokens.ts'

let server: SignInServer

beforeAll(async () => {
  server = await startSignInServer()
})
afterAll(() => server.close())

const run = promisify(execFile)

function askAs(authorization: string): Promise<Response> {
  return fetch(`${server.origin}/api/session`, { headers: { authorization } })
}

async function tokenOf(userId: string): Promise<string> {
  const { port } = new URL(server.origin)
  const { stdout } = await run(process.execPath, ['functions/token.ts', userId], {
    env: { ...process.env, PORT: port },
  })
  return stdout
}

describe('npm run token', () => {
  it('prints a token that works, and nothing else', async () => {
    const printed = await tokenOf('dso')
    expect(printed).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
    const response = await askAs(`Bearer ${printed.trim()}`)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ person: { userId: 'dso' }, roles: [{ role: 'dpo' }], language: 'sv' })
  })

  it('goes on working after a restart of the server', async () => {
    const token = (await tokenOf('it')).trim()
    await server.restart()
    expect((await askAs(`Bearer ${token}`)).status).toBe(200)
  })

  it('says what is wrong when it cannot: no such person, no server, nobody named', async () => {
    await expect(tokenOf('nobody')).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('nobody'),
    })
    const silent = run(process.execPath, ['functions/token.ts', 'dso'], { env: { ...process.env, PORT: '1' } })
    await expect(silent).rejects.toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('npm start') })
    const nameless = run(process.execPath, ['functions/token.ts'])
    await expect(nameless).rejects.toMatchObject({ code: 1, stdout: '' })
  })
})

describe('an access token', () => {
  it('answers in the language asked for', async () => {
    const headers = { authorization: `Bearer ${await signToken(server)}`, 'accept-language': 'en' }
    const response = await fetch(`${server.origin}/api/session`, { headers })
    expect(await response.json()).toMatchObject({ language: 'en' })
  })

  it('needs no word of where a change comes from, unlike a cookie', async () => {
    const response = await fetch(`${server.origin}/api/session`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${await signToken(server)}`, 'content-type': 'application/json' },
      body: '{"language":"en"}',
    })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('Accept-Language') })
  })

  const refused: [string, TokenWishes][] = [
    ['another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['another audience', { claims: { aud: 'https://elsewhere.example/api' } }],
    ['no audience', { claims: { aud: undefined } }],
    ['the audience of an ID token', { claims: { aud: 'forteckna' } }],
    ['an expiry in the past', { claims: { exp: Math.floor(Date.now() / 1000) - 60 } }],
    ['no expiry', { claims: { exp: undefined } }],
    ['a time before which it does not hold', { claims: { nbf: Math.floor(Date.now() / 1000) + 3600 } }],
    ['nobody in it', { claims: { sub: undefined } }],
    ['somebody unknown in it', { claims: { sub: 'nobody' } }],
    ['a foreign signature', { foreignKey: true }],
    ['an unknown key', { header: { kid: 'another' } }],
  ]

  it.each(refused)('is refused with %s', async (_what, wishes) => {
    expect((await askAs(`Bearer ${await signToken(server, wishes)}`)).status).toBe(401)
  })

  it('is refused without signature, or with a shared secret', async () => {
    const real = await signToken(server)
    expect((await askAs(`Bearer ${await resignWeakly(real, 'none')}`)).status).toBe(401)
    expect((await askAs(`Bearer ${await resignWeakly(real, 'HS256', 'secret')}`)).status).toBe(401)
    const [header, , signature] = real.split('.')
    const payload = Buffer.from(JSON.stringify({ sub: 'admin' })).toString('base64url')
    expect((await askAs(`Bearer ${header}.${payload}.${signature}`)).status).toBe(401)
  })

  it.each(['Bearer', 'Bearer ', 'Bearer a b', 'Basic ZHNvOmRzbw==', 'bearer x.y.z', 'Bearer ' + 'a'.repeat(4000), ''])(
    'is not %j',
    async (authorization) => {
      const response = await askAs(authorization)
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
    },
  )

  it('that does not hold is not helped by a cookie that does', async () => {
    const browser = await signedIn(server, 'dso')
    expect((await browser.get('/api/session')).status).toBe(200)
    expect((await browser.get('/api/session', { authorization: 'Bearer x.y.z' })).status).toBe(401)
  })

  it('is nothing a browser is ever given', async () => {
    const browser = openBrowser(server.origin)
    const { way } = await browser.follow('/api/session/login?hint=dso', (at) => at === `${server.origin}/`)
    expect(way.join('\n')).not.toMatch(/token|eyJ/)
  })
})
