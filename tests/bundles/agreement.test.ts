import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { wholeArt28 } from '../support/agreement.ts'
import { type Cloud, type CloudClient, openCloud } from '../support/cloud.ts'
import { type LocalBucket, startLocalBucket } from '../support/local-bucket.ts'

const dynamodbEndpoint = inject('dynamodbEndpoint')
const pdf = Buffer.from('%PDF-1.7\nundertecknat avtal\n%%EOF')

describe.skipIf(!dynamodbEndpoint)('an agreement with a document through the bundles', () => {
  let cloud: Cloud
  let bucket: LocalBucket
  let owner: CloudClient
  let path: string
  beforeAll(async () => {
    bucket = await startLocalBucket()
    cloud = await openCloud({
      deployment: inject('deployment'),
      dynamodbEndpoint,
      environment: { AWS_ENDPOINT_URL_S3: bucket.endpoint },
      resource: (type) => (type === 'AWS::S3::Bucket' ? bucket.name : undefined),
    })
    owner = await cloud.as('avtal')
  })
  afterAll(async () => {
    await cloud?.close()
    await bucket?.close()
  })

  it('is written, signed, confirmed and brought into force', async () => {
    const data = {
      name: 'PUB-avtal journal',
      type: 'pub',
      controllerOrgUnitIds: [cloud.units['halso-och-sjukvardsnamnden']],
      ownerId: cloud.people['avtal'],
      diaryNumber: 'HSN 2026/12',
      signedAt: '2026-01-10',
      validFrom: '2026-02-01',
      validTo: '2028-12-31',
      art28: wholeArt28,
    }
    const supplier = await owner.post('/api/suppliers', { data: { name: 'Linden Journal AB' } })
    expect(supplier).toMatchObject({ status: 201 })
    const created = await owner.post('/api/agreements', { data: { ...data, supplierId: supplier.body.id } })
    expect(created).toMatchObject({ status: 201 })
    path = `/api/agreements/${created.body.id}`
    let { revision } = created.body
    for (const [userId, transition] of [
      ['avtal', 'sign'],
      ['samordnare', 'confirmChecklist'],
      ['avtal', 'activate'],
    ] as const) {
      const answer = await (
        await cloud.as(userId)
      ).post(`${path}/transitions`, { transition }, { 'if-match': `"${revision}"` })
      expect(answer).toMatchObject({ status: 200 })
      revision = answer.body.revision
    }
    expect((await owner.get(path)).body.state).toBe('active')
  })

  it('is given a document by a signed address, and hands it out by one', async () => {
    const { body: upload } = await owner.post(`${path}/documents/upload`, { name: 'Avtal.pdf' })
    const headers = { 'content-type': 'application/octet-stream' }
    const put = await fetch(upload.address, { method: upload.method, body: new Uint8Array(pdf), headers })
    expect(put.status).toBe(200)
    const added = await owner.post(`${path}/documents?name=Avtal.pdf&upload=${upload.upload}`)
    expect(added).toMatchObject({ status: 201, body: { n: 1, bytes: pdf.length, type: 'application/pdf' } })
    expect(added.body.sha256).toBe(createHash('sha256').update(pdf).digest('hex'))
    const fetched = await owner.get(`${path}/documents/1`)
    expect(fetched).toMatchObject({ status: 303, headers: { 'cache-control': 'no-store' } })
    const file = await fetch(fetched.headers['location']!)
    expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf)
    expect([...bucket.held.keys()].filter((key) => key.startsWith('uploads/'))).toEqual([])
  })

  it('hands out no document before it has been looked through and found sound', async () => {
    const { body: upload } = await owner.post(`${path}/documents/upload`, { name: 'Bilaga.pdf' })
    const headers = { 'content-type': 'application/octet-stream' }
    await fetch(upload.address, { method: 'PUT', body: new Uint8Array(pdf), headers })
    bucket.scan = undefined
    const { body: added } = await owner.post(`${path}/documents?name=Bilaga.pdf&upload=${upload.upload}`)
    expect(added).toMatchObject({ scan: 'waiting' })
    for (const [found, scan, word] of [
      [undefined, 'waiting', 'genomsöks'],
      ['THREATS_FOUND', 'harmful', 'Skadlig kod'],
      ['UNSUPPORTED', 'unscannable', 'lösenord'],
      ['FAILED', 'unscannable', 'lösenord'],
    ] as const) {
      bucket.scan = found
      const refused = await owner.get(`${path}/documents/${added.n}`)
      expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining(word) } })
      expect(refused.headers['location']).toBeUndefined()
      expect((await owner.get(`${path}/documents`)).body.items.at(-1)).toMatchObject({ n: added.n, scan })
    }
    bucket.scan = 'NO_THREATS_FOUND'
    expect((await owner.get(`${path}/documents/${added.n}`)).status).toBe(303)
    expect((await owner.get(`${path}/documents`)).body.items.at(-1)).toMatchObject({ scan: 'sound' })
  })

  it('lets an asset have one in the same way', async () => {
    const keeper = await cloud.as('it')
    const created = await keeper.post('/api/equipment', { data: { name: 'Server' } })
    const documents = `/api/equipment/${created.body.id}/documents`
    const { body: upload } = await keeper.post(`${documents}/upload`, { name: 'Intyg.pdf' })
    const headers = { 'content-type': 'application/octet-stream' }
    const put = await fetch(upload.address, { method: upload.method, body: new Uint8Array(pdf), headers })
    expect(put.status).toBe(200)
    const added = await keeper.post(`${documents}?name=Intyg.pdf&part=certificate&upload=${upload.upload}`)
    expect(added).toMatchObject({ status: 201, body: { n: 1, part: 'certificate', bytes: pdf.length } })
    const fetched = await keeper.get(`${documents}/1`)
    const file = await fetch(fetched.headers['location']!)
    expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf)
    expect([...bucket.held.keys()].filter((key) => key.startsWith('uploads/'))).toEqual([])
  })

  it('refuses a document that never came, and an address that has been changed', async () => {
    const { body: upload } = await owner.post(`${path}/documents/upload`, { name: 'Bilaga.pdf' })
    const missing = await owner.post(`${path}/documents?name=Bilaga.pdf&upload=${upload.upload}`)
    expect(missing).toMatchObject({ status: 422, body: { errors: [{ code: 'no-such-upload' }] } })
    const other = upload.address.replace(upload.upload, 'upl_01K00000000000000000000000')
    expect(
      (await fetch(other, { method: 'PUT', body: 'x', headers: { 'content-type': 'application/octet-stream' } }))
        .status,
    ).toBe(403)
  })
})
