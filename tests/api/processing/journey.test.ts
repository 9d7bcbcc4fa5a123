import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filed, move, wayIn } from '../../support/activity.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let product: TestApp

beforeAll(async () => {
  product = await openTestApp()
})
afterAll(() => product.close())

const dayMs = 24 * 60 * 60 * 1000

describe('a notification filed by an employee', () => {
  test('starts as a draft that may lack anything, and says what it lacks', async () => {
    const { status, body } = await product.as('anmalare').post('/api/activities', { data: { name: 'Kallelser' } })
    expect(status).toBe(201)
    expect(body).toMatchObject({ state: 'draft', revision: 1, data: { initiatorId: product.people['anmalare'] } })
    expect(body.number).toBeUndefined()
    expect(body.allowed).toEqual(expect.arrayContaining(['edit', 'submit', 'withdraw']))
    expect(body.missing.length).toBeGreaterThan(10)
    for (const item of body.missing) {
      expect(item).toMatchObject({ pointer: expect.stringMatching(/^\//), rule: expect.any(String) })
      expect(item.detail).toMatch(/^[A-ZÅÄÖ].{5,}/)
    }
  })

  test('is not sent in while something is missing', async () => {
    const { body } = await product.as('anmalare').post('/api/activities', { data: { name: 'Kallelser' } })
    const answer = await move(product, body, ['anmalare', 'submit'])
    expect(answer.body).toMatchObject({ status: 409, code: 'transition-refused' })
    expect(answer.body.missing).toEqual(body.missing)
  })

  test('is returned with a question, answered, attested, forwarded and registered', async () => {
    let record = await filed(product, [
      ['anmalare', 'submit'],
      ['samordnare', 'take'],
    ])
    expect(record).toMatchObject({ state: 'coordinatorReview', number: expect.stringMatching(/^B-2026-\d{4,}$/) })
    const address = `/api/activities/${record.id}`
    await product.as('samordnare').post(`${address}/comments`, { text: 'Vilket system?', pointer: '/unlistedSystems' })
    record = (await move(product, record, ['samordnare', 'return'])).body
    expect(record).toMatchObject({ state: 'returned', data: { returnDueDate: '2026-12-05' } })

    const seen = (await product.as('anmalare').get(`${address}/comments`)).body.items
    expect(seen).toMatchObject([
      { text: 'Vilket system?', pointer: '/unlistedSystems', by: product.people['samordnare'] },
    ])
    const early = await move(product, record, ['anmalare', 'submit'])
    expect(early.body).toMatchObject({ status: 409, missing: [{ pointer: '/unlistedSystems' }] })

    const answer = { ...record.data, unlistedSystems: ['Kallelsetjänsten från Exempel AB'] }
    const headers = { 'If-Match': `"${record.revision}"` }
    record = (await product.as('anmalare').put(address, { data: answer }, headers)).body
    for (const step of wayIn) {
      const next = await move(product, record, step)
      expect({ step, status: next.status, missing: next.body.missing }).toMatchObject({ status: 200 })
      record = next.body
    }
    expect(record).toMatchObject({ state: 'registered', registeredRevision: record.revision, missing: [] })
    expect(record.data).toMatchObject({ registeredBy: product.people['dso'], nextReviewDate: '2027-11-21' })
  })

  test('is read by everybody once registered, while a working copy stays with those who work on it', async () => {
    const registered = await filed(product, wayIn, { name: 'Läkemedelslista' })
    const address = `/api/activities/${registered.id}`
    const everybody = product.as('revisor')
    expect((await everybody.get(address)).body).toMatchObject({ revision: registered.revision, allowed: [] })

    product.advance(2 * dayMs)
    const working = (await move(product, registered, ['anmalare', 'revise', { comment: 'Nytt ändamål' }])).body
    expect(working.state).toBe('revision')
    const data = { ...working.data, name: 'Läkemedelslista, ny' }
    const changed = await product.as('anmalare').put(address, { data }, { 'If-Match': `"${working.revision}"` })
    expect(changed.status).toBe(200)

    expect((await everybody.get(address)).body).toMatchObject({
      revision: registered.revision,
      data: { name: 'Läkemedelslista' },
    })
    expect((await everybody.get(`${address}?revision=${changed.body.revision}`)).status).toBe(404)
    expect((await everybody.get('/api/activities?q=l%C3%A4kemedelslista')).body.items).toMatchObject([
      { data: { name: 'Läkemedelslista' } },
    ])
    const names = (await product.as('samordnare').get(address)).body.data.name
    expect(names).toBe('Läkemedelslista, ny')
  })

  test('is read as of a day', async () => {
    const registered = await filed(product, wayIn, { name: 'Väntelista' })
    const address = `/api/activities/${registered.id}`
    const day = registered.updatedAt.slice(0, 10)
    product.advance(3 * dayMs)
    let record = (await move(product, registered, ['anmalare', 'revise', { comment: 'Felskrivet namn' }])).body
    const data = { ...record.data, name: 'Väntelistan', initiatorStatement: true }
    record = (await product.as('anmalare').put(address, { data }, { 'If-Match': `"${record.revision}"` })).body
    record = (await move(product, record, ['samordnare', 'register'])).body
    expect(record).toMatchObject({ state: 'registered', data: { name: 'Väntelistan' } })

    const anyone = product.as('revisor')
    expect((await anyone.get(`${address}?asOf=${day}`)).body.data.name).toBe('Väntelista')
    expect((await anyone.get(address)).body.data.name).toBe('Väntelistan')
    expect((await anyone.get(`${address}?asOf=2026-01-01`)).status).toBe(404)
    const list = await anyone.get(`/api/activities?asOf=${day}&q=`)
    expect(list.body.items.map((item: { data: { name: string } }) => item.data.name)).toContain('Väntelista')
    const entries = (await anyone.get(`${address}/revisions`)).body.items
    expect(entries.filter((entry: { editorial?: boolean }) => entry.editorial)).toHaveLength(1)
  })

  test('is answered with findings in the language of the caller', async () => {
    const { id } = await filed(product, [['anmalare', 'submit']], { informationStatus: 'no', pdlInfoConfirmed: false })
    const findings = async (language: string) =>
      (await product.as('anmalare').get(`/api/activities/${id}`, { 'Accept-Language': language })).body.findings
    const [swedish, english] = [await findings('sv'), await findings('en')]
    expect(swedish.length).toBeGreaterThan(0)
    for (const [index, finding] of swedish.entries()) {
      expect(finding).toMatchObject({
        severity: expect.stringMatching(/^[KHML]$/),
        action: expect.stringMatching(/^[A-ZÅÄÖ]/),
      })
      expect(english[index].rule).toBe(finding.rule)
      expect(english[index].detail).not.toBe(finding.detail)
    }
  })
})
