import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CookieBrowser } from '../support/cookie-browser.ts'
import { startSignInServer, type SignInServer } from '../support/sign-in-server.ts'
import { signedIn } from '../support/signed-in.ts'

let server: SignInServer
let admin: CookieBrowser
let dso: CookieBrowser
let employee: CookieBrowser

beforeAll(async () => {
  server = await startSignInServer()
  admin = await signedIn(server, 'admin')
  dso = await signedIn(server, 'dso')
  employee = await signedIn(server, 'anmalare')
})
afterAll(() => server.close())

interface Envelope {
  id: string
  revision: number
  state: string
  data: { [field: string]: unknown }
  allowed: string[]
}

async function create(
  by: CookieBrowser,
  path: string,
  data: object,
): Promise<{ status: number; body: Envelope & { errors?: { pointer: string; code: string }[] } }> {
  const response = await by.send('POST', path, { data })
  return { status: response.status, body: (await response.json()) as never }
}

async function read(by: CookieBrowser, path: string): Promise<Envelope> {
  return (await (await by.get(path)).json()) as Envelope
}

async function replace(by: CookieBrowser, path: string, data: object): Promise<Response> {
  const { revision } = await read(by, path)
  return by.send('PUT', path, { data }, { 'if-match': `"${revision}"` })
}

async function move(by: CookieBrowser, path: string, transition: string): Promise<Response> {
  const { revision } = await read(by, path)
  return by.send('POST', `${path}/transitions`, { transition }, { 'if-match': `"${revision}"` })
}

const unit = (key: string): string => server.demo.units[key] ?? ''
const personId = (userId: string): string => server.demo.people[userId] ?? ''

describe('org units', () => {
  it('are all listed for everybody who has signed in, with their whole data', async () => {
    const { items } = (await (await employee.get('/api/org-units?limit=200')).json()) as { items: Envelope[] }
    expect(items).toHaveLength(Object.keys(server.demo.units).length)
    const found = items.find(({ id }) => id === unit('sjukhusforvaltningen'))
    expect(found?.data).toMatchObject({ kind: 'administration', parentId: unit('halso-och-sjukvardsnamnden') })
  })

  it('are found by unit, units below included', async () => {
    const response = await employee.get(`/api/org-units?orgUnit=${unit('sjukhusforvaltningen')}`)
    const { items } = (await response.json()) as { items: Envelope[] }
    expect(items.map(({ data }) => data['name'])).toEqual([
      'Akutmottagningen',
      'Bild och funktion',
      'Hjärtmottagningen',
    ])
  })

  it('are kept by the platform administrator only', async () => {
    const data = { kind: 'unit', name: 'Provenheten', parentId: unit('mt-enheten') }
    expect((await create(employee, '/api/org-units', data)).status).toBe(403)
    expect((await create(dso, '/api/org-units', data)).status).toBe(403)
    const created = await create(admin, '/api/org-units', data)
    expect(created.status).toBe(201)
    expect(created.body.allowed).toEqual(['edit', 'end'])
    expect((await read(employee, `/api/org-units/${created.body.id}`)).allowed).toEqual([])
  })

  it('are kept by the administrator of their part only', async () => {
    const data = { kind: 'unit', name: 'Provenheten', parentId: unit('aldreomsorg') }
    expect((await create(admin, '/api/org-units', data)).status).toBe(403)
  })

  it('are known in the tree at the next request', async () => {
    const { body } = await create(admin, '/api/org-units', {
      kind: 'unit',
      name: 'Ny mottagning',
      parentId: unit('mt-enheten'),
    })
    const below = await create(admin, '/api/org-units', { kind: 'unit', name: 'Under den nya', parentId: body.id })
    expect(below.status).toBe(201)
  })

  it('form no circle', async () => {
    const path = `/api/org-units/${unit('sjukhusforvaltningen')}`
    const { data } = await read(admin, path)
    const response = await replace(admin, path, { ...data, kind: 'area', parentId: unit('hjartmottagningen') })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      errors: [{ pointer: '/parentId', code: 'circle', detail: 'Enheten kan inte ligga under sig själv.' }],
    })
    const self = await replace(admin, path, { ...data, kind: 'area', parentId: unit('sjukhusforvaltningen') })
    expect(self.status).toBe(422)
  })

  it('are not moved out of the part that the administrator keeps', async () => {
    const path = `/api/org-units/${unit('bild-och-funktion')}`
    const { data } = await read(admin, path)
    const response = await replace(admin, path, { ...data, parentId: unit('aldreomsorg') })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/parentId', code: 'not-yours' }] })
    expect((await replace(admin, path, { ...data, parentId: unit('medicinsk-service') })).status).toBe(200)
    expect((await replace(admin, path, data)).status).toBe(200)
  })

  it('have a board above each administration', async () => {
    const { status, body } = await create(admin, '/api/org-units', {
      kind: 'administration',
      name: 'Lös förvaltning',
      parentId: unit('mt-enheten'),
    })
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ pointer: '/parentId', code: 'parent-board' }])
  })

  it('refuse a parent that does not exist, an unknown field and a false organisation number', async () => {
    const base = { kind: 'unit', name: 'Provenheten', parentId: unit('mt-enheten') }
    expect((await create(admin, '/api/org-units', { ...base, parentId: 'org_none' })).status).toBeGreaterThanOrEqual(
      403,
    )
    expect((await create(admin, '/api/org-units', { ...base, colour: 'red' })).body.errors).toMatchObject([
      { pointer: '/colour', code: 'unknown-field' },
    ])
    expect((await create(admin, '/api/org-units', { ...base, orgNumber: '999900-0005' })).body.errors).toMatchObject([
      { pointer: '/orgNumber', code: 'format' },
    ])
  })

  it('end and come back, but not while units stand under them', async () => {
    const refused = await move(admin, `/api/org-units/${unit('laboratoriet')}`, 'end')
    expect(refused.status).toBe(200)
    const parent = await move(admin, `/api/org-units/${unit('primarvardsforvaltningen')}`, 'end')
    expect(parent.status).toBe(409)
    expect(await parent.json()).toMatchObject({
      missing: [{ rule: 'orgUnitHasUnits', detail: 'Avsluta eller flytta först de 1 enheter som ligger under.' }],
    })
    expect((await move(admin, `/api/org-units/${unit('laboratoriet')}`, 'reopen')).status).toBe(200)
  })
})

describe('people', () => {
  it('are listed for everybody with name, title and unit only', async () => {
    const { items } = (await (await employee.get(`/api/people?orgUnit=${unit('sjukhusforvaltningen')}`)).json()) as {
      items: Envelope[]
    }
    expect(items.length).toBeGreaterThan(5)
    for (const { data } of items) {
      expect(Object.keys(data).sort()).toEqual(['displayName', 'orgUnitId', 'title', 'userId'])
    }
  })

  it('show contact details to the administrator and to themselves', async () => {
    const path = `/api/people/${personId('anmalare')}`
    expect((await read(employee, path)).data['email']).toBe('anmalare@region.example')
    expect((await read(admin, path)).data['email']).toBe('anmalare@region.example')
    expect((await read(dso, path)).data['email']).toEqual({ secrecy: 'DSF 5.1 c' })
  })

  it('are found by name', async () => {
    const { items } = (await (await employee.get('/api/people?q=lindkvist')).json()) as { items: Envelope[] }
    expect(items.map(({ data }) => data['userId'])).toEqual(['anmalare'])
  })

  it('have a user name of their own, in whatever case', async () => {
    const data = { userId: 'DSO', displayName: 'Någon Annan', orgUnitId: unit('mt-enheten') }
    const { status, body } = await create(admin, '/api/people', data)
    expect(status).toBe(409)
    expect(body.id).toBe(personId('dso'))
  })

  it('keep their user name, so that nobody is made to sign in as another', async () => {
    const path = `/api/people/${personId('eva.lindgren')}`
    const { data } = await read(admin, path)
    const response = await replace(admin, path, { ...data, userId: 'eva.annan' })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/userId', code: 'fixed' }] })
    expect((await replace(admin, path, { ...data, title: 'Chef' })).status).toBe(200)
  })

  it('are not changed by themselves, not even by an administrator', async () => {
    for (const [browser, userId] of [
      [employee, 'anmalare'],
      [admin, 'admin'],
    ] as const) {
      const path = `/api/people/${personId(userId)}`
      const { data } = await read(browser, path)
      expect((await replace(browser, path, { ...data, title: 'Generaldirektör' })).status).toBe(403)
    }
  })

  it('who have ended are in no list unless asked for', async () => {
    const path = `/api/people/${personId('oskar.lindell')}`
    expect((await move(admin, path, 'end')).status).toBe(403)
    const own = `/api/people/${personId('josefin.alm')}`
    expect((await move(admin, own, 'end')).status).toBe(200)
    const listed = async (query: string): Promise<unknown[]> =>
      ((await (await employee.get(`/api/people?${query}`)).json()) as { items: unknown[] }).items
    expect(await listed(`orgUnit=${unit('vardcentralen-eken')}`)).toHaveLength(1)
    expect(await listed(`orgUnit=${unit('vardcentralen-eken')}&state=ended`)).toHaveLength(1)
    expect(await listed('q=josefin')).toHaveLength(0)
  })
})

describe('role assignments', () => {
  const from = { validFrom: '2026-01-01' }

  it('are given by the administrator, and bite on the next request', async () => {
    const data = { role: 'contact', personId: personId('anmalare2'), scopeOrgUnitId: unit('akutmottagningen'), ...from }
    expect((await create(dso, '/api/role-assignments', data)).status).toBe(403)
    const browser = await signedIn(server, 'anmalare2')
    expect((await create(admin, '/api/role-assignments', data)).status).toBe(201)
    expect(await (await browser.get('/api/session')).json()).toMatchObject({ roles: [{ role: 'contact' }] })
  })

  it('are never given by an administrator to themselves', async () => {
    const data = { role: 'dpo', personId: personId('admin'), scopeOrgUnitId: unit('region-demo'), ...from }
    expect((await create(admin, '/api/role-assignments', data)).status).toBe(403)
  })

  it('of the administrator are not lengthened by the administrator', async () => {
    const { items } = (await (await admin.get(`/api/role-assignments?person=${personId('admin')}`)).json()) as {
      items: Envelope[]
    }
    const path = `/api/role-assignments/${items[0]?.id}`
    const { data } = await read(admin, path)
    expect((await replace(admin, path, { ...data, validTo: '2030-12-31' })).status).toBe(403)
  })

  it('stay what they were given as: another person, role or scope is another assignment', async () => {
    const data = { role: 'contact', personId: personId('sofie.brandt'), scopeOrgUnitId: unit('mt-enheten'), ...from }
    const { body } = await create(admin, '/api/role-assignments', data)
    const path = `/api/role-assignments/${body.id}`
    for (const change of [{ personId: personId('admin') }, { role: 'dpo' }, { scopeOrgUnitId: unit('region-demo') }]) {
      const response = await replace(admin, path, { ...data, ...change })
      expect(response.status).toBe(422)
      expect(await response.json()).toMatchObject({ errors: [{ code: 'fixed' }] })
    }
    expect((await replace(admin, path, { ...data, validTo: '2026-06-30' })).status).toBe(200)
  })

  it('stay within the part that the administrator keeps', async () => {
    const data = { role: 'dpo', personId: personId('dso.exempelby'), scopeOrgUnitId: unit('exempelby-kommun'), ...from }
    expect((await create(admin, '/api/role-assignments', data)).status).toBe(403)
  })

  it('end no sooner than they begin, and concern somebody who exists', async () => {
    const data = {
      role: 'contact',
      personId: personId('chef'),
      scopeOrgUnitId: unit('mt-enheten'),
      validFrom: '2026-05-01',
    }
    const backwards = await create(admin, '/api/role-assignments', { ...data, validTo: '2026-04-30' })
    expect(backwards.body.errors).toMatchObject([{ pointer: '/validTo', code: 'end-before-start' }])
    const nobody = await create(admin, '/api/role-assignments', { ...data, personId: 'per_none' })
    expect(nobody.body.errors).toMatchObject([{ pointer: '/personId', code: 'dangling-reference' }])
    const unknown = await create(admin, '/api/role-assignments', { ...data, role: 'king' })
    expect(unknown.body.errors).toMatchObject([{ pointer: '/role', code: 'unknown-code' }])
    expect((await create(admin, '/api/role-assignments', { ...data, validTo: '2026-05-01' })).status).toBe(201)
  })
})

describe('vocabularies', () => {
  it('hold every built-in code with both labels', async () => {
    const { items } = (await (await employee.get('/api/vocabularies')).json()) as {
      items: { vocabulary: string; codes: { code: string; sv: string; en: string; builtIn: boolean }[] }[]
    }
    expect(items.length).toBeGreaterThan(20)
    const health = items.find(({ vocabulary }) => vocabulary === 'data')?.codes.find(({ code }) => code === 'health')
    expect(health).toMatchObject({ builtIn: true, class: 'art9' })
    expect(health?.sv).not.toBe('health')
  })

  it('are extended by the data protection officer, seen by all at once', async () => {
    const data = {
      vocabulary: 'data',
      code: 'gaitPattern',
      sv: 'Gångmönster',
      en: 'Gait pattern',
      class: 'art9',
      parent: 'biometric',
    }
    expect((await create(employee, '/api/vocabulary-codes', data)).status).toBe(403)
    expect((await create(admin, '/api/vocabulary-codes', data)).status).toBe(403)
    const created = await create(dso, '/api/vocabulary-codes', data)
    expect(created.status).toBe(201)
    expect((await create(dso, '/api/vocabulary-codes', data)).status).toBe(409)
    expect(JSON.stringify(await (await employee.get('/api/vocabularies')).json())).toContain('Gångmönster')
    const path = `/api/vocabulary-codes/${created.body.id}`
    expect((await replace(dso, path, { ...data, retired: true })).status).toBe(200)
    expect((await replace(dso, path, { ...data, code: 'walkPattern' })).status).toBe(422)
  })

  it('refuse what does not fit: unknown or closed vocabulary, a built-in code, an unknown parent', async () => {
    const base = { vocabulary: 'data', code: 'somethingNew', sv: 'Något nytt', en: 'Something new' }
    const faults = async (change: object): Promise<unknown> =>
      (await create(dso, '/api/vocabulary-codes', { ...base, ...change })).body.errors
    expect(await faults({ vocabulary: 'colours' })).toMatchObject([{ code: 'vocabulary-unknown' }])
    expect(await faults({ vocabulary: 'volume' })).toMatchObject([{ code: 'vocabulary-closed' }])
    expect(await faults({ code: 'health' })).toMatchObject([
      { code: 'code-built-in', detail: expect.stringContaining('inbyggd') },
    ])
    expect(await faults({ parent: 'nothing' })).toMatchObject([{ code: 'unknown-parent' }])
    expect(await faults({ code: 'Not a code' })).toMatchObject([{ pointer: '/code', code: 'format' }])
  })
})

describe('findings of the organisation', () => {
  it('name the vacant coordinator and the officer not notified, in the language of who asks', async () => {
    const { items } = (await (await dso.get('/api/directory/findings')).json()) as {
      items: { rule: string; severity: string; target: { name: string }; detail: string; law: string }[]
    }
    expect(items.map(({ rule, target }) => [rule, target.name])).toEqual([
      ['GO-01', 'Patientnämnden'],
      ['GO-02', 'Trafikförvaltningen'],
    ])
    expect(items[1]?.detail).toBe(
      'Trafikförvaltningen saknar dataskyddssamordnare eller informationssäkerhetssamordnare',
    )
    expect(items.map(({ law }) => law)).toEqual([
      'Dataskyddsförordningen artikel 37.1 och 37.7',
      'Organisationens egna riktlinjer',
    ])
  })

  it('are for those who watch over it', async () => {
    expect((await employee.get('/api/directory/findings')).status).toBe(403)
  })
})
