import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keys } from '../../../functions/register/keys.ts'
import { agreementIn } from '../../support/agreement.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { docx, forgedDocument, pdf, pdfOver25Megabytes, sendDocument, sha256 } from '../../support/document.ts'
import { zipOf } from '../../support/zip.ts'

let app: TestApp
let path: string
beforeAll(async () => {
  app = await openTestApp()
  path = `/api/agreements/${(await agreementIn(app)).id}/documents`
})
afterAll(() => app.close())

const send = (name: string, content: Uint8Array, more = '', userId = 'avtal') =>
  sendDocument(app, userId, path, { name, content, more })

describe('a document', () => {
  test('is kept with its fingerprint, version after version, and handed over as an attachment', async () => {
    const first = await send('Avtal å ä ö.pdf', pdf('ett'))
    expect([first.status, first.headers.get('location')]).toEqual([201, `${path}/1`])
    expect(first.body).toMatchObject({
      n: 1,
      name: 'Avtal å ä ö.pdf',
      type: 'application/pdf',
      part: 'agreement',
      sha256: sha256(pdf('ett')),
      bytes: pdf('ett').length,
      by: app.people['avtal'],
      scan: 'none',
    })
    const second = await send('Avtal å ä ö.pdf', pdf('två'), '&replaces=1&part=amendment')
    expect(second.body).toMatchObject({ n: 2, replaces: 1, part: 'amendment' })
    expect((await app.as('dso').get(path)).body.items.map(({ n }: { n: number }) => n)).toEqual([1, 2])
    const got = await app.as('dso').get(`${path}/1`)
    expect(got.body).toBe(pdf('ett').toString())
    expect(got.headers.get('content-type')).toBe('application/pdf')
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; .*%C3%A5/)
    expect(got.headers.get('x-content-sha256')).toBe(sha256(pdf('ett')))
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('is logged each time somebody downloads it', async () => {
    await app.as('revisor').get(`${path}/2`)
    const log = await app.store.query(keys.readLog('2026-11-21', '').pk, { limit: 1000 })
    expect(log.items.map(({ body }) => body)).toContainEqual(
      expect.objectContaining({ by: app.people['revisor'], kind: 'agreement', fields: ['documents/2'] }),
    )
  })

  test('follows the agreement: who does not read it gets nothing, who does not edit it adds nothing', async () => {
    for (const userId of ['anmalare', 'chef', 'it', 'admin', 'dso.exempelby']) {
      expect((await app.as(userId).get(path)).status).toBe(404)
      expect((await app.as(userId).get(`${path}/1`)).status).toBe(404)
      expect((await send('A.pdf', pdf(), '', userId)).status).toBe(404)
    }
    for (const userId of ['dso', 'samordnare', 'revisor'])
      expect((await send('A.pdf', pdf(), '', userId)).status).toBe(403)
  })

  test.each([
    ['Avtal.docx', docx()],
    ['Lista.xlsx', zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' })],
    ['Avtal.odt', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office/>' })],
    ['Gammalt.DOC', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
  ])('may be %s', async (name, content) => {
    expect((await send(name, content)).status).toBe(201)
  })

  test.each([
    ['Avtal.pdf', Buffer.from('MZ\u0090\u0000 This program cannot be run in DOS mode'), '/file', 'file-type'],
    ['Avtal.pdf', docx(), '/file', 'file-type'],
    ['Avtal.docx', pdf(), '/file', 'file-type'],
    ['Avtal.docx', docx({ 'word/vbaProject.bin': 'x' }), '/file', 'file-type'],
    ['Avtal.xlsx', docx(), '/file', 'file-type'],
    ['Avtal.odt', docx(), '/file', 'file-type'],
    ['Sida.html', Buffer.from('<script>alert(1)</script>'), '/file', 'file-type'],
    ['Avtal', pdf(), '/file', 'file-type'],
    ['Avtal.docx', Buffer.from('PK\u0003\u0004'), '/file', 'file-type'],
    ['Avtal.pdf', Buffer.alloc(0), '/file', 'file-empty'],
    ['../../etc/passwd.pdf', pdf(), '/name', 'file-name'],
    ['C:\\avtal.pdf', pdf(), '/name', 'file-name'],
    ['.pdf', pdf(), '/name', 'file-name'],
    ['rad\nbrytning.pdf', pdf(), '/name', 'file-name'],
  ])('is refused when it is not what it says: %s', async (name, content, pointer, code) => {
    const before = (await app.as('avtal').get(path)).body.items.length
    const { status, body } = await send(name, content)
    expect([status, body.errors]).toMatchObject([422, [{ pointer, code }]])
    expect(body.errors[0].detail).toMatch(/\.$/)
    expect((await app.as('avtal').get(path)).body.items).toHaveLength(before)
  })

  test('is refused when it is over 25 MB, and when it replaces what is not there', async () => {
    const { status, body } = await send('Stor.pdf', pdfOver25Megabytes())
    expect([status, body.detail]).toEqual([413, 'Det du skickar får vara högst 25 MB.'])
    expect((await send('A.pdf', pdf(), '&replaces=99')).body.errors).toMatchObject([{ code: 'no-such-document' }])
    expect((await app.as('dso').get(`${path}/99`)).status).toBe(404)
  })

  test('is added by nobody past the product: neither by a transition nor by a save', async () => {
    const record = (await app.as('avtal').get(path.replace('/documents', ''))).body
    const headers = { 'If-Match': `"${record.revision}"` }
    const moved = await app
      .as('avtal')
      .post(
        path.replace('documents', 'transitions'),
        { transition: 'addDocument', data: { document: forgedDocument } },
        headers,
      )
    expect(moved.status).toBe(403)
    const documents = [{ ...forgedDocument, at: '2026-11-21T10:00:00Z', by: 'x' }]
    const saved = await app
      .as('avtal')
      .put(path.replace('/documents', ''), { data: { ...record.data, documents } }, headers)
    expect(saved.status).toBe(403)
  })

  test('is not lost when several are sent at once', async () => {
    const before = (await app.as('avtal').get(path)).body.items.length
    const answers = await Promise.all([1, 2, 3].map((at) => send(`Bilaga ${at}.pdf`, pdf(String(at)), '&part=annex')))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.n)).size).toBe(3)
    expect((await app.as('avtal').get(path)).body.items).toHaveLength(before + 3)
  })

  test('is sent to the service itself where there is no other place for it', async () => {
    expect((await app.as('avtal').post(`${path}/upload`, { name: 'A.pdf' })).status).toBe(404)
  })
})
