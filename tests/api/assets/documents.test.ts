import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keys } from '../../../functions/register/keys.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { docx, forgedDocument, pdf, pdfOver25Megabytes, sendDocument, sha256 } from '../../support/document.ts'
import { type Asset, createAsset, move } from './record.ts'

let app: TestApp
let server: Asset
let pump: Asset
let journal: Asset
beforeAll(async () => {
  app = await openTestApp()
  const unit = { usingOrgUnitIds: [app.units['hjartmottagningen']] }
  server = await createAsset(app, 'it', '/api/equipment', { ...unit, name: 'Server' })
  pump = await createAsset(app, 'mt', '/api/medical-devices', { ...unit, name: 'Pump' })
  journal = await createAsset(app, 'it', '/api/applications', {
    ...unit,
    name: 'Journal',
    systemOwnerId: app.people['systemagare'],
  })
})
afterAll(() => app.close())

const recordPath = ({ path, id }: Asset) => `${path}/${id}`
const pathOf = (asset: Asset) => `${recordPath(asset)}/documents`
const itemsOf = async (asset: Asset, userId = 'it') => (await app.as(userId).get(pathOf(asset))).body.items
const send = (userId: string, asset: Asset, name: string, content: Uint8Array, more = '') =>
  sendDocument(app, userId, pathOf(asset), { name, content, more })

describe('a document of an asset', () => {
  test('is kept with its fingerprint, version after version, and handed over as an attachment', async () => {
    const first = await send('it', server, 'Intyg å.pdf', pdf('ett'), '&part=certificate')
    expect([first.status, first.headers.get('location')]).toEqual([201, `${pathOf(server)}/1`])
    expect(first.body).toEqual({
      n: 1,
      name: 'Intyg å.pdf',
      type: 'application/pdf',
      part: 'certificate',
      sha256: sha256(pdf('ett')),
      bytes: pdf('ett').length,
      at: expect.any(String),
      by: app.people['it'],
      scan: 'none',
    })
    expect((await send('it', server, 'Intyg å.pdf', pdf('två'), '&replaces=1')).body).toMatchObject({
      n: 2,
      replaces: 1,
      part: 'other',
    })
    const got = await app.as('anmalare').get(`${pathOf(server)}/1`)
    expect(got.body).toBe(pdf('ett').toString())
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; .*%C3%A5/)
    expect(got.headers.get('x-content-sha256')).toBe(sha256(pdf('ett')))
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
    const { body } = await app.as('it').get(recordPath(server))
    expect(body.data.documents).toMatchObject([{ n: 1 }, { n: 2, replaces: 1 }])
    expect(body.data.origins?.documents).toBeUndefined()
    const { items } = (await app.as('it').get(`${recordPath(server)}/revisions`)).body
    expect(JSON.stringify(items)).toContain('addDocument')
  })

  test('is logged each time somebody downloads it', async () => {
    await app.as('revisor').get(`${pathOf(server)}/2`)
    const log = await app.store.query(keys.readLog('2026-11-21', '').pk, { limit: 1000 })
    expect(log.items.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({
        by: app.people['revisor'],
        kind: 'equipment',
        ids: [server.id],
        fields: ['documents/2'],
      }),
    )
  })

  test.each([
    ['mt', () => pump, 'mds2'],
    ['it', () => journal, 'operations'],
    ['systemagare', () => journal, 'riskAnalysis'],
    ['mt', () => pump, 'declaration'],
  ] as const)('is added by %s, who edits the asset, as what it is', async (userId, asset, part) => {
    expect((await send(userId, asset(), 'Underlag.docx', docx(), `&part=${part}`)).body).toMatchObject({ part })
    expect((await itemsOf(asset(), 'anmalare')).at(-1)).toMatchObject({ part, name: 'Underlag.docx' })
  })

  test('is one of the parts of its kind: what belongs to agreements is refused', async () => {
    expect((await send('it', server, 'A.pdf', pdf(), '&part=amendment')).status).toBe(400)
  })

  test.each([
    ['Intyg.pdf', Buffer.from('MZ\u0090\u0000 This program cannot be run in DOS mode'), '/file', 'file-type'],
    ['Intyg.docx', pdf(), '/file', 'file-type'],
    ['Sida.html', Buffer.from('<script>alert(1)</script>'), '/file', 'file-type'],
    ['Intyg.pdf', Buffer.alloc(0), '/file', 'file-empty'],
    ['../../etc/passwd.pdf', pdf(), '/name', 'file-name'],
    ['C:\\intyg.pdf', pdf(), '/name', 'file-name'],
  ])('is refused when it is not what it says: %s', async (name, content, pointer, code) => {
    const before = await itemsOf(server)
    const { status, body } = await send('it', server, name, content)
    expect([status, body.errors]).toMatchObject([422, [{ pointer, code, detail: expect.stringMatching(/\.$/) }]])
    expect(await itemsOf(server)).toEqual(before)
  })

  test('is refused when it is over 25 MB, and when it replaces what is not there', async () => {
    const { status, body } = await send('it', server, 'Stor.pdf', pdfOver25Megabytes())
    expect([status, body.detail]).toEqual([413, 'Det du skickar får vara högst 25 MB.'])
    const replacing = await send('it', server, 'A.pdf', pdf(), '&replaces=99')
    expect(replacing.body.errors).toMatchObject([{ code: 'no-such-document' }])
    expect((await app.as('it').get(`${pathOf(server)}/99`)).status).toBe(404)
  })

  test('is not the sixty-first', async () => {
    const full = await createAsset(app, 'it', '/api/equipment', { name: 'Full' })
    for (let n = 1; n <= 60; n++) expect((await send('it', full, `${n}.pdf`, pdf())).status).toBe(201)
    const { status, body } = await send('it', full, '61.pdf', pdf())
    expect([status, body.missing]).toMatchObject([409, [{ detail: 'Tillgången har redan 60 dokument.' }]])
  }, 30_000)
})

describe('the documents of an asset', () => {
  const documents = [{ ...forgedDocument, at: '2026-11-21T10:00:00Z', by: 'x' }]

  test('are written by nobody past the product: no save, new record, move, feed or bulk change', async () => {
    const { data, revision } = (await app.as('it').get(recordPath(server))).body
    const match = { 'If-Match': `"${revision}"` }
    const it = app.as('it')
    expect((await it.put(recordPath(server), { data: { ...data, documents } }, match)).status).toBe(403)
    expect((await it.post('/api/equipment', { data: { name: 'Ny', documents } })).status).toBe(403)
    const moved = { transition: 'addDocument', data: { document: forgedDocument } }
    expect((await it.post(`${recordPath(server)}/transitions`, moved, match)).status).toBe(403)
    const items = [{ kind: 'equipment', key: 'D1', data: { name: 'Dator', documents } }]
    const fed = await it.post('/api/assets/batch', { source: 'sccm', items }, { 'Idempotency-Key': 'documents-1' })
    expect(fed.body.results).toMatchObject([
      { status: 'refused', errors: [{ pointer: '/data/documents', code: 'unknown-field' }] },
    ])
    expect((await app.as('it').get(recordPath(server))).body.data.documents).toEqual(data.documents)
  })

  test('stand when the asset is saved, and when a source speaks of it', async () => {
    const items = (model: string) => [{ kind: 'equipment', key: 'D2', data: { name: 'Dator', model } }]
    const feed = (model: string) =>
      app
        .as('it')
        .post('/api/assets/batch', { source: 'sccm', items: items(model) }, { 'Idempotency-Key': `d2-${model}` })
    const { id } = (await feed('T14')).body.results[0]
    const fed = { path: '/api/equipment', id, revision: 1 }
    expect((await send('it', fed, 'Intyg.pdf', pdf())).status).toBe(201)
    expect((await feed('T15')).body.results[0].status).toBe('updated')
    const { data, revision } = (await app.as('it').get(recordPath(fed))).body
    const { documents: _left, ...rest } = data
    const saved = await app
      .as('it')
      .put(recordPath(fed), { data: { ...rest, notes: 'Ny' } }, { 'If-Match': `"${revision}"` })
    expect(saved.body.data).toMatchObject({ model: 'T15', notes: 'Ny', documents: [{ n: 1, name: 'Intyg.pdf' }] })
    expect(saved.body.data.origins.documents).toBeUndefined()
  })

  test('are hidden from who does not read what is marked, and a mask on who uses it lets nobody in', async () => {
    const asset = await createAsset(app, 'it', '/api/equipment', {
      name: 'Märkt',
      usingOrgUnitIds: [app.units['hjartmottagningen']],
    })
    await send('it', asset, 'Plan.pdf', pdf())
    asset.revision += 1
    const mark = (fieldPath: string) =>
      move(app, 'it', asset, 'markSecret', { fieldPath, provision: '18:8', markedByAuthority: 'Regionstyrelsen' })
    expect((await mark('/usingOrgUnitIds')).status).toBe(200)
    expect((await send('anmalare', asset, 'A.pdf', pdf())).status).toBe(403)
    expect((await app.as('anmalare').get(`${pathOf(asset)}/1`)).status).toBe(200)
    expect((await mark('/documents')).status).toBe(200)
    expect((await app.as('anmalare').get(recordPath(asset))).body.data.documents).toEqual({ secrecy: 'OSL 18:8' })
    for (const address of [pathOf(asset), `${pathOf(asset)}/1`])
      expect((await app.as('anmalare').get(address)).status).toBe(403)
    expect((await app.as('dso').get(`${pathOf(asset)}/1`)).status).toBe(200)
    expect((await send('it', asset, 'Plan.pdf', pdf('ny'), '&replaces=1')).body).toMatchObject({ n: 2 })
  })
})
