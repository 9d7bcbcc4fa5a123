import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'

let product: TestApp

beforeAll(async () => {
  product = await openTestApp()
})
afterAll(() => product.close())

function post(body: BodyInit, headers: { [name: string]: string } = { 'Content-Type': 'application/json' }) {
  return product.as('it').send('/api/equipment', { method: 'POST', body, headers })
}

const nothingStored = async () => expect((await product.as('it').get('/api/equipment')).body).toEqual({ items: [] })

describe('a body that cannot be read', () => {
  test.each([
    ['cut off', '{"data":{"name":"PC'],
    ['empty', ''],
    ['two values', '{"data":{"name":"PC ett"}}{}'],
    ['a comment in it', '{"data":{} /* why */}'],
    ['NaN', '{"data":{"name":NaN}}'],
  ])('%s is malformed', async (_, body) => {
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ code: 'malformed', detail: 'Innehållet är inte giltig JSON.' })
    await nothingStored()
  })

  test('not UTF-8 is malformed', async () => {
    const answer = await post(Buffer.from('{"data":{"name":"R\xf6ntgen"}}', 'latin1'))
    expect(answer.body).toMatchObject({ status: 400, detail: 'Innehållet är inte giltig UTF-8.' })
  })

  test('nested half a million deep is malformed, not a crash', async () => {
    const answer = await post(`{"data":${'['.repeat(500_000)}${']'.repeat(500_000)}}`)
    expect(answer.body).toMatchObject({ status: 400, detail: 'JSON-värdet har fler än 32 nivåer.' })
  })

  test('a null where an object belongs is invalid', async () => {
    expect((await post('null')).body).toMatchObject({ status: 422, errors: [{ pointer: '', code: 'type' }] })
    expect((await post('[]')).body).toMatchObject({ status: 422, errors: [{ pointer: '', code: 'type' }] })
  })
})

describe('a body that is too large', () => {
  const twoMegabytes = JSON.stringify({ data: { name: 'PC ett', description: 'x'.repeat(2 * 1024 * 1024) } })

  test('is refused by its announced length', async () => {
    const length = String(Buffer.byteLength(twoMegabytes))
    const answer = await post(twoMegabytes, { 'Content-Type': 'application/json', 'Content-Length': length })
    expect(answer.body).toMatchObject({ status: 413, code: 'too-large', detail: 'Det du skickar får vara högst 1 MB.' })
    await nothingStored()
  })

  test('is refused while it is read, although its length is not announced or too small', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 64 * 1024
        controller.enqueue(new TextEncoder().encode('x'.repeat(64 * 1024)))
      },
    })
    const request: RequestInit = {
      method: 'POST',
      body: endless,
      headers: { 'Content-Type': 'application/json', 'Content-Length': '17' },
    }
    const answer = await product.as('it').send('/api/equipment', { ...request, duplex: 'half' } as RequestInit)
    expect(answer.status).toBe(413)
    expect(sent).toBeLessThan(2 * 1024 * 1024)
  })

  test('just under the limit is read', async () => {
    const answer = await post(JSON.stringify({ data: { name: 'x'.repeat(1024 * 1024 - 100) } }))
    expect(answer.body).toMatchObject({ status: 422, errors: [{ pointer: '/name', code: 'too-long' }] })
  })
})

describe('a body of another type', () => {
  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/json; charset=iso-8859-1'],
    ['application/jsonx'],
    [''],
  ])('%s is not supported', async (type) => {
    const answer = await post('{"data":{"name":"PC ett"}}', type ? { 'Content-Type': type } : {})
    expect(answer.body).toMatchObject({ status: 415, code: 'unsupported-type' })
    await nothingStored()
  })

  test('compressed is not supported', async () => {
    const headers = { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }
    expect((await post('{"data":{}}', headers)).status).toBe(415)
  })

  test('JSON in UTF-8, said in so many words, is', async () => {
    const answer = await post('{"data":{"name":"x"}}', { 'Content-Type': 'Application/JSON; Charset="UTF-8"' })
    expect(answer.status).toBe(422)
  })
})

describe('a body of the wrong shape', () => {
  test.each([
    ['a wrong type', { data: { name: 7 } }, [{ pointer: '/name', code: 'type' }]],
    ['an unknown field', { data: { name: 'PC ett', colour: 'red' } }, [{ pointer: '/colour', code: 'unknown-field' }]],
    [
      'an unknown code',
      { data: { name: 'PC ett', equipmentType: 'toaster' } },
      [{ pointer: '/equipmentType', code: 'unknown-code' }],
    ],
    ['a text too long', { data: { name: 'x'.repeat(121) } }, [{ pointer: '/name', code: 'too-long' }]],
    [
      'a list too long',
      { data: { name: 'PC ett', usingOrgUnitIds: Array(21).fill('org_1') } },
      [{ pointer: '/usingOrgUnitIds', code: 'too-many' }],
    ],
    ['a missing name', { data: {} }, [{ pointer: '/name', code: 'type' }]],
    [
      'a dangling reference',
      { data: { name: 'PC ett', responsiblePersonId: 'per_00000000000000000000000000' } },
      [{ pointer: '/responsiblePersonId', code: 'dangling-reference' }],
    ],
    [
      'a reference to another kind',
      { data: { name: 'PC ett', supplierIds: [{ supplierId: 'per_1' }] } },
      [{ pointer: '/supplierIds/0/supplierId', code: 'dangling-reference' }],
    ],
    ['no data', { comment: 'why' }, [{ pointer: '', code: 'type' }]],
    ['fields beside data', { data: { name: 'PC ett' }, name: 'PC två' }, [{ pointer: '/name', code: 'unknown-field' }]],
    ['data that is a list', { data: [] }, [{ pointer: '', code: 'type' }]],
  ])('%s is invalid, with its place and a sentence', async (_, body, errors) => {
    const answer = await product.as('it').post('/api/equipment', body)
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({ code: 'invalid', errors })
    for (const error of answer.body.errors) expect(error.detail).toMatch(/^[A-ZÅÄÖ].*\.$/)
    await nothingStored()
  })

  test('half a surrogate pair and __proto__ are invalid, with pointers into data', async () => {
    const answer = await post(String.raw`{"data":{"name":"PC \ud83d","__proto__":{"x":1}}}`)
    expect(answer.body).toMatchObject({
      status: 422,
      errors: [
        { pointer: '/name', code: 'format' },
        { pointer: '/__proto__', code: 'unknown-field' },
      ],
    })
  })

  test('every fault is told at once', async () => {
    const answer = await product.as('it').post('/api/equipment', { data: { name: 7, colour: 'red', model: 9 } })
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
      '/colour',
      '/model',
      '/name',
    ])
  })
})
