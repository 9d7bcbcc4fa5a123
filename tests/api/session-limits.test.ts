import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { roleAssignment } from '../../functions/directory/role-assignment.ts'
import { person } from '../../functions/directory/person.ts'
import { systemActor } from '../../functions/directory/directory.ts'
import { createCore } from '../../functions/core.ts'
import { createClock } from '../../functions/clock.ts'
import { directoryKinds } from '../../functions/directory/kinds.ts'
import { sessionIdleMs, sessionLifeMs, sessionSeenEveryMs } from '../../functions/http/session.ts'
import { openEmbeddedStore } from '../../functions/store/embedded.ts'
import type { CookieBrowser } from '../support/cookie-browser.ts'
import { startSignInServer, type SignInServer } from '../support/sign-in-server.ts'
import { signedIn } from '../support/signed-in.ts'

let server: SignInServer

beforeEach(async () => {
  server = await startSignInServer()
})
afterEach(() => server.close())

async function statusOf(browser: CookieBrowser): Promise<number> {
  return (await browser.get('/api/session')).status
}

async function rolesOf(browser: CookieBrowser): Promise<string[]> {
  const { roles } = (await (await browser.get('/api/session')).json()) as { roles: { role: string }[] }
  return roles.map(({ role }) => role)
}

describe('a session', () => {
  it('ends when nothing is asked for an hour', async () => {
    const browser = await signedIn(server, 'dso')
    server.pass(sessionIdleMs - 1000)
    expect(await statusOf(browser)).toBe(200)
    server.pass(sessionIdleMs)
    expect(await statusOf(browser)).toBe(401)
  })

  it('is kept alive by requests, but no longer than ten hours', async () => {
    const browser = await signedIn(server, 'dso')
    const stepMs = sessionIdleMs / 2
    for (let passedMs = stepMs; passedMs < sessionLifeMs; passedMs += stepMs) {
      server.pass(stepMs)
      expect(await statusOf(browser)).toBe(200)
    }
    server.pass(stepMs)
    expect(await statusOf(browser)).toBe(401)
  })

  it('is not kept alive by asking whether it holds', async () => {
    const browser = await signedIn(server, 'dso')
    const holds = async (): Promise<unknown> =>
      ((await (await browser.get('/api/session/options')).json()) as { hasSession: boolean }).hasSession
    server.pass(sessionIdleMs / 2)
    expect(await holds()).toBe(true)
    server.pass(sessionIdleMs / 2)
    expect(await holds()).toBe(false)
  })

  it('is not prolonged by a change asked for after its end', async () => {
    const browser = await signedIn(server, 'dso')
    server.pass(sessionIdleMs)
    expect((await browser.send('PUT', '/api/session', { language: 'en' })).status).toBe(401)
    expect(await statusOf(browser)).toBe(401)
  })

  it('is not brought to life again by a request that was under way at sign-out', async () => {
    const browser = await signedIn(server, 'dso')
    server.pass(2 * sessionSeenEveryMs)
    const held = new Map(browser.cookies)
    const asked = Array.from({ length: 5 }, () => statusOf(browser))
    await Promise.all([...asked, browser.send('POST', '/api/session/logout')])
    for (const [name, value] of held) browser.cookies.set(name, value)
    expect(await statusOf(browser)).toBe(401)
  })

  it('stands in the store without its secret', async () => {
    const browser = await signedIn(server, 'dso')
    const [secret = ''] = [...browser.cookies].filter(([name]) => name.startsWith('session')).map(([, value]) => value)
    let found = 0
    let after: string | undefined
    do {
      const page = await server.core.deps.store.scan(after)
      for (const item of page.items) {
        if (item.pk.startsWith('session#')) found++
        expect(JSON.stringify(item)).not.toContain(secret)
      }
      after = page.next
    } while (after)
    expect(found).toBe(2)
  })
})

describe('a role', () => {
  it('that is ended in another process bites on the next request', async () => {
    const browser = await signedIn(server, 'it')
    expect(await rolesOf(browser)).toEqual(['itAssetManager'])
    const store = openEmbeddedStore({ dir: server.dataDir })
    const other = createCore({ store, clock: createClock(Date.now), kinds: directoryKinds as never })
    const actor = systemActor()
    const [assignment] = (
      await other.deps.engine.list(roleAssignment, { filters: { person: [server.demo.people['it'] ?? ''] } }, actor)
    ).items
    const { record } = await other.deps.engine.get(roleAssignment, assignment?.id ?? '', actor)
    const data = { ...record.data, validTo: yesterday() }
    await other.deps.engine.update(roleAssignment, record.id, record.revision, data, actor)
    expect(await rolesOf(browser)).toEqual([])
    await store.close()
  })

  it('holds on its last day in Stockholm and not a minute longer', async () => {
    const lastMinute = '2027-03-01T22:59:00Z'
    const person = server.demo.people['anmalare'] ?? ''
    const scope = server.demo.units['hjartmottagningen'] ?? ''
    const data = {
      role: 'contact',
      personId: person,
      scopeOrgUnitId: scope,
      validFrom: '2027-03-01',
      validTo: '2027-03-01',
    }
    await server.core.deps.engine.create(roleAssignment, data, systemActor())
    server.pass(Date.parse('2027-02-28T22:59:00Z') - Date.now())
    const before = await signedIn(server, 'anmalare')
    expect(await rolesOf(before)).toEqual([])
    server.pass(2 * 60_000)
    expect(await rolesOf(before)).toEqual(['contact'])
    server.pass(Date.parse(lastMinute) - Date.parse('2027-02-28T23:01:00Z') - 10_000)
    const after = await signedIn(server, 'anmalare')
    expect(await rolesOf(after)).toEqual(['contact'])
    server.pass(2 * 60_000)
    expect(await rolesOf(after)).toEqual([])
  })

  it('is worth nothing to a person who has ended, whose session is over at once', async () => {
    const browser = await signedIn(server, 'revisor')
    const id = server.demo.people['revisor'] ?? ''
    const { record } = await server.core.deps.engine.get(person, id, systemActor())
    await server.core.deps.engine.transition(person, id, record.revision, { transition: 'end' }, systemActor())
    expect(await statusOf(browser)).toBe(401)
    await expect(signedIn(server, 'revisor')).rejects.toThrow()
  })
})

function yesterday(): string {
  return new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
