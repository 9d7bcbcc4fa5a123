import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filed, move, ordinaryActivity, wayIn } from '../../support/activity.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let product: TestApp

beforeAll(async () => {
  product = await openTestApp({ start: '2026-11-21T22:59:00Z' })
})
afterAll(() => product.close())

describe('somebody else’s draft', () => {
  test('does not exist for those outside its administration, by whatever route', async () => {
    const draft = await filed(product, [], { name: 'Hemligt utkast' })
    const address = `/api/activities/${draft.id}`
    for (const userId of ['anmalare2', 'gunilla.ek', 'dso', 'revisor', 'admin', 'it']) {
      const other = product.as(userId)
      const match = { 'If-Match': `"${draft.revision}"` }
      const answers = [
        await other.get(address),
        await other.get(`${address}?revision=1`),
        await other.get(`${address}/revisions`),
        await other.get(`${address}/diff?from=1&to=1`),
        await other.get(`${address}/comments`),
        await other.get(`${address}/links`),
        await other.put(address, { data: draft.data }, match),
        await other.post(`${address}/comments`, { text: 'Hej' }),
        await other.post(`${address}/transitions`, { transition: 'submit' }, match),
      ]
      expect({ userId, statuses: answers.map(({ status }) => status) }).toEqual({
        userId,
        statuses: Array(9).fill(404),
      })
      expect(JSON.stringify((await other.get('/api/activities?state=draft')).body)).not.toContain(draft.id)
      expect(JSON.stringify((await other.get('/api/search?q=hemligt')).body)).not.toContain(draft.id)
    }
  })

  test('is in the list of drafts, but never in a search, for those of its administration', async () => {
    const draft = await filed(product, [], { name: 'Osökbart utkast' })
    for (const userId of ['anmalare', 'samordnare', 'chef']) {
      const client = product.as(userId)
      const drafts = (await client.get('/api/activities?state=draft&limit=200')).body.items
      expect(drafts.map(({ id }: { id: string }) => id)).toContain(draft.id)
      expect((await client.get('/api/activities?q=os%C3%B6kbart')).body.items).toEqual([])
      expect((await client.get('/api/activities')).body.items.map(({ id }: { id: string }) => id)).not.toContain(
        draft.id,
      )
    }
  })
})

describe('a transition from the wrong state', () => {
  test.each([
    ['draft', [], ['withdraw', 'submit']],
    ['submitted', [['anmalare', 'submit']], ['take', 'attest']],
    ['registered', wayIn, ['revise', 'confirm', 'end', 'remark', 'answerRemark', 'closeRemark', 'decline', 'archive']],
  ] as const)('is refused in %s, whoever tries', async (state, steps, possible) => {
    const record = await filed(product, steps as never)
    expect(record.state).toBe(state)
    const all = [
      'submit',
      'withdraw',
      'take',
      'return',
      'forward',
      'refuse',
      'attest',
      'register',
      'revise',
      'discard',
      'confirm',
      'end',
      'archive',
      'reopen',
    ]
    for (const transition of all.filter((name) => !(possible as readonly string[]).includes(name))) {
      for (const userId of ['anmalare', 'samordnare', 'chef', 'dso']) {
        const answer = await move(product, record, [userId, transition])
        const refused = answer.status === 409 || answer.status === 403 || answer.status === 404
        expect({ state, transition, userId, status: answer.status, refused }).toMatchObject({ refused: true })
      }
    }
    const reader = product.as('samordnare')
    expect((await reader.get(`/api/activities/${record.id}`)).body.revision).toBe(record.revision)
  })

  test('a PUT in a state that may not be edited is refused', async () => {
    const record = await filed(product, [['anmalare', 'submit']])
    const headers = { 'If-Match': `"${record.revision}"` }
    const answer = await product.as('anmalare').put(`/api/activities/${record.id}`, { data: record.data }, headers)
    expect(answer.body).toMatchObject({ status: 409, code: 'transition-refused' })
  })
})

describe('a role', () => {
  test('that expired a minute ago does nothing any more', async () => {
    const { units, people } = product
    const data = {
      role: 'dpCoordinator',
      personId: people['revisor'],
      scopeOrgUnitId: units['sjukhusforvaltningen'],
      validFrom: '2026-01-01',
      validTo: '2026-11-21',
    }
    const assignment = await product.as('admin').post('/api/role-assignments', { data })
    expect(assignment.status).toBe(201)
    const record = await filed(product, [['anmalare', 'submit']])
    expect((await product.as('revisor').get(`/api/activities/${record.id}`)).body.allowed).toContain('take')
    product.advance(61_000)
    expect((await product.as('revisor').get(`/api/activities/${record.id}`)).status).toBe(404)
    expect((await move(product, record, ['revisor', 'take'])).status).toBe(404)
  })
})

describe('two tabs editing one draft', () => {
  test('the later save is told, keeps nothing and loses nothing', async () => {
    const draft = await filed(product, [])
    const address = `/api/activities/${draft.id}`
    const anmalare = product.as('anmalare')
    const save = (name: string, revision: number) =>
      anmalare.put(address, { data: { ...draft.data, name } }, { 'If-Match': `"${revision}"` })
    expect((await save('Från flik ett', draft.revision)).status).toBe(200)
    const late = await save('Från flik två', draft.revision)
    expect(late.body).toMatchObject({ status: 412, currentRevision: draft.revision + 1 })
    expect((await anmalare.get(address)).body.data.name).toBe('Från flik ett')
    expect((await save('Från flik två', late.body.currentRevision)).status).toBe(200)
  })
})

describe('what a notification may not hold', () => {
  const refused = async (more: object) => {
    const data = { ...ordinaryActivity(product), ...more }
    const answer = await product.as('anmalare').post('/api/activities', { data })
    return {
      status: answer.status,
      errors: answer.body.errors?.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]),
    }
  }

  test.each([
    ['an impossible date', { startDate: '2026-02-30' }, '/startDate'],
    ['a date in another form', { startDate: '1/3 2026' }, '/startDate'],
    ['an end before the start', { startDate: '2026-03-01', plannedEndDate: '2026-02-01' }, '/plannedEndDate'],
    ['an unknown code', { dataSubjectCategories: ['patient', 'dragon'] }, '/dataSubjectCategories/1'],
    ['an unknown field deep inside', { purposes: [{ text: 'x', colour: 'red' }] }, '/purposes/0/colour'],
    ['a unit that does not exist', { orgUnitId: 'org_00000000000000000000000000' }, '/orgUnitId'],
    ['an application that does not exist', { applicationIds: ['app_00000000000000000000000000'] }, '/applicationIds/0'],
    ['a personnummer in free text', { purposes: [{ text: 'Kalla 19121212-1212 till besök' }] }, '/purposes/0/text'],
    ['a text without end', { name: 'x'.repeat(10_000) }, '/name'],
    ['a list without end', { unlistedSystems: Array(5000).fill('x') }, '/unlistedSystems'],
  ])('%s is refused at its place', async (_, more, pointer) => {
    const { status, errors } = await refused(more)
    expect({ status, pointers: errors?.map(([at]: string[]) => at) }).toEqual({
      status: 422,
      pointers: expect.arrayContaining([pointer]),
    })
  })

  test('a personnummer in a comment', async () => {
    const record = await filed(product, [['anmalare', 'submit']])
    const answer = await product
      .as('samordnare')
      .post(`/api/activities/${record.id}/comments`, { text: 'Gäller 121212-1212' })
    expect(answer.body).toMatchObject({ status: 422, errors: [{ code: 'national-id', pointer: '/text' }] })
  })

  test('what only the register itself writes', async () => {
    const draft = await filed(product, [])
    const headers = { 'If-Match': `"${draft.revision}"` }
    for (const more of [
      { registeredBy: product.people['anmalare'] },
      { riskLevel: 'low' },
      { submittedAt: '2020-01-01T00:00:00Z' },
    ]) {
      const answer = await product
        .as('anmalare')
        .put(`/api/activities/${draft.id}`, { data: { ...draft.data, ...more } }, headers)
      expect(answer.body).toMatchObject({ status: 403, pointer: `/${Object.keys(more)[0]}` })
    }
  })
})

describe('a secret field', () => {
  test('is masked for others, survives their saving, and is never found by them', async () => {
    const record = await filed(product, wayIn, { securityDescription: 'Larmkoden sitter bakom tavlan' })
    const address = `/api/activities/${record.id}`
    const others = product.as('it')
    expect((await others.get(address)).body.data.securityDescription).toEqual({ secrecy: 'OSL 18:8' })
    expect((await others.get('/api/activities?q=larmkoden')).body.items).toEqual([])
    expect((await product.as('dso').get(address)).body.data.securityDescription).toBe('Larmkoden sitter bakom tavlan')
    const diff = await others.get(`${address}/diff?from=1&to=${record.revision}`)
    expect(JSON.stringify(diff.body)).not.toContain('Larmkoden')
  })
})
