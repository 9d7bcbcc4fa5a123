import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { file, register } from '../../support/activity-flow.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

describe('filing a notification', () => {
  it('gives an empty draft to whoever asks, and says what submitting it lacks', async () => {
    const { status, body } = await app.as('anmalare').post('/api/activities', { data: {} })
    expect(status).toBe(201)
    expect(body).toMatchObject({ state: 'draft', revision: 1, data: { initiatorId: app.people['anmalare'] } })
    expect(body.number).toBeUndefined()
    expect(body.missing.map((item: { rule: string }) => item.rule)).toContain('A1')
    expect(body.missing[0].detail).toMatch(/\S/)
    expect(body.allowed).toEqual(expect.arrayContaining(['edit', 'submit', 'withdraw']))
  })

  it('refuses to submit an incomplete draft with all that is missing, and leaves it as it was', async () => {
    const flow = await file(app, { name: undefined, volume: undefined })
    const { status, body } = await flow.try('anmalare', 'submit')
    expect(status).toBe(409)
    expect(body.missing.map((item: { pointer: string }) => item.pointer).sort()).toEqual(['/name', '/volume'])
    expect((await app.as('anmalare').get(flow.path)).body).toMatchObject({ state: 'draft', revision: 1 })
  })

  it('refuses a contact who has left, and takes another', async () => {
    const flow = await file(app, { contactPersonId: app.people['josefin.alm'] })
    const path = `/api/people/${app.people['josefin.alm']}`
    const { revision } = (await app.as('admin').get(path)).body
    await app.as('admin').post(`${path}/transitions`, { transition: 'end' }, { 'If-Match': `"${revision}"` })
    const { status, body } = await flow.try('anmalare', 'submit')
    expect([status, body.missing]).toMatchObject([409, [{ pointer: '/contactPersonId', rule: 'A9' }]])
    await flow.change('anmalare', { contactPersonId: app.people['anmalare'] })
    expect((await flow.move('anmalare', 'submit')).state).toBe('submitted')
  })

  it('numbers at the first submission and never again', async () => {
    const flow = await file(app)
    const { number, data } = await flow.move('anmalare', 'submit')
    expect(number).toMatch(/^B-2026-\d{4}$/)
    expect(data.submittedAt).toMatch(/^2026-11-21T/)
    await flow.move('samordnare', 'take')
    await flow.move('samordnare', 'return', { comment: 'Se över svaren.' })
    expect((await flow.move('anmalare', 'submit', { comment: 'Klart.' })).number).toBe(number)
  })

  it('counts "Saknas eller oklart" as an answer, and the finding fires', async () => {
    const flow = await file(app, {
      art9Exceptions: undefined,
      art9NationalSupport: undefined,
      confidentialityDutyConfirmed: undefined,
    })
    expect((await flow.try('anmalare', 'submit')).status).toBe(409)
    await flow.change('anmalare', { unclear: ['/art9Exceptions', '/art9NationalSupport'] })
    const { findings } = await flow.move('anmalare', 'submit')
    expect(findings.find((finding: { rule: string }) => finding.rule === 'PA-07')).toMatchObject({
      severity: 'K',
      source: expect.stringContaining('DSF 9.2'),
    })
  })

  it('takes back a draft with a reason, unless the processing has begun', async () => {
    const planned = await file(app)
    expect((await planned.try('anmalare', 'withdraw')).status).toBe(409)
    expect(await planned.move('anmalare', 'withdraw', { comment: 'Vi avstår.' })).toMatchObject({
      state: 'withdrawn',
      data: { withdrawnReason: 'Vi avstår.' },
    })
    const begun = await file(app, { startDate: '2026-11-21' })
    const { status, body } = await begun.try('anmalare', 'withdraw', { comment: 'Vi avstår.' })
    expect(status).toBe(409)
    expect(body.missing).toMatchObject([{ pointer: '/startDate' }])
  })

  it('keeps a draft from everybody but its initiator and its administration', async () => {
    const { path, id } = await file(app)
    for (const userId of ['chef', 'samordnare']) expect((await app.as(userId).get(path)).status).toBe(200)
    for (const userId of ['dso', 'gunilla.ek', 'revisor', 'admin'])
      expect((await app.as(userId).get(path)).status).toBe(404)
    const drafts = async (userId: string) => {
      const { body } = await app.as(userId).get('/api/activities?state=draft&limit=200')
      return body.items.some((item: { id: string }) => item.id === id)
    }
    expect([
      await drafts('anmalare'),
      await drafts('samordnare'),
      await drafts('dso'),
      await drafts('gunilla.ek'),
    ]).toEqual([true, true, false, false])
    for (const query of ['q=p%C3%A5minnelser', 'q=p%C3%A5minnelser&state=draft', 'limit=200']) {
      const { body } = await app.as('anmalare').get(`/api/activities?${query}`)
      expect(body.items.map((item: { id: string }) => item.id)).not.toContain(id)
    }
  })

  it("lets the register's own fields be sent back, left out, but not changed", async () => {
    const flow = await file(app)
    const { initiatorId: _left, ...rest } = flow.now().data
    expect((await flow.change('anmalare', { rightsNotes: 'Ingen begränsning.' })).status).toBe(200)
    const put = (data: object) =>
      app.as('anmalare').put(flow.path, { data }, { 'If-Match': `"${flow.now().revision}"` })
    const refused = await put({ ...rest, registeredAt: '2026-01-01T00:00:00Z' })
    expect([refused.status, refused.body.pointer]).toEqual([403, '/registeredAt'])
    const { status, body } = await put(rest)
    expect([status, body.data.initiatorId]).toEqual([200, app.people['anmalare']])
  })

  it('opens a working copy for a change, while the registered revision stays in force', async () => {
    const flow = await register(app)
    expect((await flow.change('anmalare', { name: 'Nytt namn' })).status).toBe(409)
    expect((await flow.try('anmalare', 'revise')).status).toBe(409)
    await flow.move('anmalare', 'revise', { comment: 'Ny mottagare' })
    await flow.change('anmalare', { name: 'Nytt namn', initiatorStatement: true })
    expect((await app.as('anmalare').get(flow.path)).body).toMatchObject({
      state: 'revision',
      data: { name: 'Nytt namn' },
    })
    expect((await app.as('revisor').get(flow.path)).body).toMatchObject({
      state: 'registered',
      data: { name: 'SMS-påminnelser till återbesök' },
    })
    const discarded = await flow.move('anmalare', 'discard', { comment: 'Behövdes inte.' })
    expect(discarded).toMatchObject({ state: 'registered', data: { name: 'SMS-påminnelser till återbesök' } })
  })
})
