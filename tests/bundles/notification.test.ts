import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { cdnKeyHeader } from '../../functions/http/cdn-key.ts'
import { type Cloud, localSecret, openCloud } from '../support/cloud.ts'
import { notification } from '../support/notification.ts'

const dynamodbEndpoint = inject('dynamodbEndpoint')

describe.skipIf(!dynamodbEndpoint)('a notification through the bundles', () => {
  let cloud: Cloud
  beforeAll(async () => {
    cloud = await openCloud({ deployment: inject('deployment'), dynamodbEndpoint })
  })
  afterAll(() => cloud?.close())

  it('is filed, reviewed, attested, forwarded and registered by people with sessions of their own', async () => {
    const data = notification(cloud, { unlistedSystems: ['SMS-tjänsten'] })
    const created = await (await cloud.as('anmalare')).post('/api/activities', { data })
    expect(created).toMatchObject({ status: 201 })
    let record = created.body
    const move = async (userId: string, transition: string, more: object = {}) => {
      const path = `/api/activities/${record.id}/transitions`
      const answer = await (
        await cloud.as(userId)
      ).post(path, { transition, ...more }, { 'if-match': `"${record.revision}"` })
      expect(answer).toMatchObject({ status: 200 })
      record = answer.body
    }
    await move('anmalare', 'submit')
    await move('samordnare', 'take')
    await move('chef', 'attest')
    await move('samordnare', 'forward', { comment: 'Stämmer med hur vi arbetar.' })
    await move('dso', 'register')
    expect(record).toMatchObject({ state: 'registered', number: expect.stringMatching(/^B-\d{4}-\d{4}$/) })
    const found = await (await cloud.as('revisor')).get('/api/search?q=återbesök')
    expect(JSON.stringify(found.body)).toContain(record.id)
    const { body } = await (await cloud.as('dso')).get(`/api/activities/${record.id}/revisions`)
    expect(body.items).toHaveLength(record.revision)
  })

  it('is told who one is by the directory, and nothing without a session', async () => {
    const me = await (await cloud.as('samordnare')).get('/api/session')
    expect(me.body).toMatchObject({ person: { userId: 'samordnare' }, language: 'sv' })
    const directory = await cloud.lambda('directory')
    const event = (headers: { [name: string]: string }) => ({
      version: '2.0',
      rawPath: '/api/people',
      rawQueryString: '',
      headers,
      requestContext: { http: { method: 'GET' }, domainName: 'x' },
      isBase64Encoded: false,
    })
    expect(await directory.invoke(event({ [cdnKeyHeader]: localSecret }))).toMatchObject({ statusCode: 401 })
    expect(await directory.invoke(event({}))).toMatchObject({ statusCode: 403 })
  })

  it('refuses a change that another site sends with the session', async () => {
    const stranger = await cloud.as('anmalare')
    const answer = await stranger.post(
      '/api/activities',
      { data: {} },
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    )
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  })
})
