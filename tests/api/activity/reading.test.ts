import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCore } from '../../../functions/core.ts'
import { allKinds } from '../../../functions/kinds.ts'
import { follow, register, type Flow } from '../../support/activity-flow.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let app: TestApp
let flow: Flow
beforeAll(async () => {
  app = await openTestApp()
  flow = await register(app, {
    name: 'Hjärtsviktsmottagningens påminnelser',
    securityDescription: 'Servern står i bergrummet.',
  })
  await register(app, { name: 'Årliga kallelser', legalRegimes: ['pdl', 'svod'] })
  await register(app, { name: 'Överföring av remisser' })
  await register(app, { name: 'Zonkartor', dataCategories: [{ code: 'name' }], secrecyProvisions: ['18:8'] })
})
afterAll(() => app.close())

async function names(userId: string, query: string): Promise<string[]> {
  const { status, body } = await app.as(userId).get(`/api/activities?${query}`)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.items.map((item: { data: { name: string } }) => item.data.name)
}

describe('finding in the register', () => {
  it('orders names in Swedish and pages through them without loss', async () => {
    const all = await names('revisor', 'limit=200')
    expect(all).toEqual([
      'Hjärtsviktsmottagningens påminnelser',
      'Zonkartor',
      'Årliga kallelser',
      'Överföring av remisser',
    ])
    expect(await names('revisor', 'sort=-name')).toEqual(all.toReversed())
    const paged: string[] = []
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const { body } = await app.as('revisor').get(`/api/activities?limit=1${cursor && `&cursor=${cursor}`}`)
      paged.push(...body.items.map((item: { data: { name: string } }) => item.data.name))
      cursor = body.next
    }
    expect(paged).toEqual(all)
  })

  it('finds words by their beginnings, with å, ä and ö as letters of their own', async () => {
    expect(await names('revisor', `q=${encodeURIComponent('påm hjärt')}`)).toEqual([
      'Hjärtsviktsmottagningens påminnelser',
    ])
    expect(await names('revisor', 'q=hjart')).toEqual([])
    expect(await names('revisor', `q=${encodeURIComponent('ÖVERF')}`)).toEqual(['Överföring av remisser'])
    expect(await names('revisor', `q=${encodeURIComponent('sms-tj')}`)).toHaveLength(4)
    expect(await names('revisor', `q=${flow.now().number.toLowerCase()}`)).toEqual([
      'Hjärtsviktsmottagningens påminnelser',
    ])
    expect((await app.as('revisor').get('/api/activities?q=x&sort=name')).status).toBe(400)
  })

  it('filters by state, unit with units below, controller, regime, sensitive data, role and review date', async () => {
    const units = app.units
    expect(await names('revisor', `orgUnit=${units['region-demo']}`)).toHaveLength(4)
    expect(await names('revisor', `orgUnit=${units['akutmottagningen']}`)).toEqual([])
    expect(await names('revisor', `controller=${units['halso-och-sjukvardsnamnden']}&regime=svod`)).toEqual([
      'Årliga kallelser',
    ])
    expect(await names('revisor', 'sensitive=no,yes')).toHaveLength(4)
    expect(await names('revisor', 'role=processor')).toEqual([])
    expect(await names('revisor', 'state=registered,ended')).toHaveLength(4)
    expect(await names('revisor', 'severity=K,H')).toEqual([])
    expect(await names('revisor', 'severity=M')).toHaveLength(4)
    expect(await names('revisor', 'dueBefore=2027-11-21')).toEqual([])
    expect(await names('revisor', 'dueBefore=2027-11-22')).toHaveLength(4)
    expect((await app.as('revisor').get('/api/activities?state=nonsense')).status).toBe(400)
    expect((await app.as('revisor').get('/api/activities?colour=red')).status).toBe(400)
    expect((await app.as('revisor').get('/api/activities?cursor=AAAA')).status).toBe(400)
  })

  it('sorts by number and by review date', async () => {
    const { body } = await app.as('revisor').get('/api/activities?sort=-number')
    const numbers = body.items.map((item: { number: string }) => item.number)
    expect(numbers).toEqual(numbers.toSorted().toReversed())
    expect((await app.as('revisor').get('/api/activities?sort=volume')).status).toBe(400)
  })
})

describe('secrecy', () => {
  it('masks marked fields for those who may not read them, and keeps them when sent back', async () => {
    const outsider = await app.as('anmalare2').get(flow.path)
    expect(outsider.body.data.securityDescription).toEqual({ secrecy: 'OSL 18:8' })
    expect((await app.as('anmalare').get(flow.path)).body.data.securityDescription).toBe('Servern står i bergrummet.')
    expect(JSON.stringify((await app.as('anmalare2').get(`/api/activities?q=bergrummet`)).body.items)).toBe('[]')
  })

  it('logs who read them', async () => {
    const rows = async () => {
      const page = await app.store.query('readlog#2026-11-21', { limit: 1000 })
      return page.items.map((item) => item.body as { by: string; ids: string[]; fields: string[] })
    }
    const before = (await rows()).length
    await app.as('revisor').get(flow.path)
    const after = await rows()
    expect(after.length).toBe(before + 1)
    expect(after.at(-1)).toMatchObject({ by: app.people['revisor'], ids: [flow.id], fields: ['securityDescription'] })
    await app.as('anmalare2').get(flow.path)
    expect((await rows()).length).toBe(before + 1)
  })
})

describe('history', () => {
  it('tells who changed what and why, and compares any two revisions', async () => {
    const { body } = await app.as('samordnare').get(`${flow.path}/revisions`)
    expect(body.items.map((item: { transition?: string }) => item.transition)).toEqual([
      'register',
      'forward',
      'attest',
      'take',
      'submit',
      undefined,
    ])
    expect(body.items.at(-1).hash).toMatch(/^[0-9a-f]{64}$/)
    const diff = await app.as('samordnare').get(`${flow.path}/diff?from=1&to=2`)
    expect(diff.body.items).toContainEqual({ pointer: '/submittedAt', to: expect.any(String) })
    const others = await app.as('revisor').get(`${flow.path}/revisions`)
    expect(others.body.items).toMatchObject([{ transition: 'register', registered: true }])
    expect((await app.as('revisor').get(`${flow.path}?revision=1`)).status).toBe(404)
    expect((await app.as('samordnare').get(`${flow.path}?revision=1`)).body).toMatchObject({
      revision: 1,
      state: 'draft',
    })
  })

  it('shows the register as it was on a day', async () => {
    const later = createCore({
      store: app.store,
      clock: { ms: () => Date.parse('2026-12-24T08:00:00Z'), now: () => '2026-12-24T08:00:00.000Z' },
      kinds: allKinds,
    })
    const actor = await later.directory.actor(app.people['dso']!, 'sv')
    const kind = allKinds.find((one) => one.name === 'activity')!
    const { revision } = flow.now()
    const { engine } = later.deps
    const revised = await engine.transition(
      kind,
      flow.id,
      revision,
      { transition: 'revise', comment: 'Namnbyte' },
      actor!,
    )
    const data = { ...revised.record.data, name: 'Påminnelser till hjärtsviktspatienter' }
    const changed = await engine.update(kind, flow.id, revised.record.revision, data, actor!)
    await engine.transition(kind, flow.id, changed.record.revision, { transition: 'register' }, actor!)
    expect((await app.as('revisor').get(flow.path)).body.data.name).toBe('Påminnelser till hjärtsviktspatienter')
    expect((await app.as('revisor').get(`${flow.path}?asOf=2026-12-23`)).body.data.name).toBe(
      'Hjärtsviktsmottagningens påminnelser',
    )
    expect((await app.as('revisor').get(`${flow.path}?asOf=2026-12-24`)).body.data.name).toBe(
      'Påminnelser till hjärtsviktspatienter',
    )
    expect((await app.as('revisor').get(`${flow.path}?asOf=2026-11-20`)).status).toBe(404)
    expect(await names('revisor', 'asOf=2026-12-23')).toContain('Hjärtsviktsmottagningens påminnelser')
    expect(await names('revisor', `asOf=2026-12-23&q=${encodeURIComponent('hjärtsviktsmott')}`)).toHaveLength(1)
    expect(await names('revisor', 'asOf=2026-11-20')).toEqual([])
    expect((await app.as('revisor').get('/api/people?asOf=2026-11-20')).status).toBe(400)
  })
})

describe('near matches and tasks', () => {
  it('shows similar records of the same controller only', async () => {
    const similar = async (controller: string) => {
      const query = `name=${encodeURIComponent('Årlig kallelse')}&controllerOrgUnitId=${app.units[controller]}`
      return (await app.as('anmalare').get(`/api/activities/similar?${query}`)).body.items
    }
    expect(await similar('halso-och-sjukvardsnamnden')).toMatchObject([
      { name: 'Årliga kallelser', score: expect.any(Number) },
    ])
    expect(await similar('socialnamnden')).toEqual([])
  })

  it('gives each person what waits for them', async () => {
    const created = await app.as('anmalare').post('/api/activities', { data: { name: 'Ett utkast' } })
    const draft = follow(app, created.body)
    const tasks = async (userId: string) =>
      (await app.as(userId).get('/api/tasks')).body.items.filter((item: { id: string }) => item.id === draft.id)
    expect(await tasks('anmalare')).toMatchObject([{ what: 'draft', name: 'Ett utkast' }])
    expect(await tasks('dso')).toEqual([])
  })
})
