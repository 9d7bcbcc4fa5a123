import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createImportClient } from '../../support/imports.ts'
import { activeAgreement, agreementIn, moved } from '../../support/agreement.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const under = async (id: string, parentAgreementId: string) => {
  const path = `/api/agreements/${id}`
  const { body, headers } = await app.as('avtal').get(path)
  const data = { ...body.data, parentAgreementId }
  return app.as('avtal').put(path, { data }, { 'If-Match': headers.get('etag') ?? '' })
}
const chainOf = async (length: number) => {
  const ids: string[] = []
  for (let at = 0; at < length; at++)
    ids.push((await agreementIn(app, { name: `Led ${at}`, ...(at > 0 && { parentAgreementId: ids[at - 1]! }) })).id)
  return ids as [string, ...string[]]
}

describe('an agreement above itself', () => {
  test('is refused however long the way round is, and nothing is saved', async () => {
    const ids = await chainOf(4)
    const { status, body } = await under(ids[0], ids[3]!)
    expect(status).toBe(422)
    expect(body.errors).toEqual([
      {
        pointer: '/parentAgreementId',
        code: 'circle',
        detail: 'Det här leder tillbaka till sig självt. Välj ett annat.',
      },
    ])
    expect((await app.as('avtal').get(`/api/agreements/${ids[0]}`)).body).toMatchObject({ revision: 1 })
  })

  test('is refused when the chain is longer than any real one', async () => {
    const ids = await chainOf(21)
    expect((await agreementIn(app, { name: 'Ett till', parentAgreementId: ids[19]! })).state).toBe('draft')
    const { id } = await agreementIn(app)
    const { status, body } = await under(id, ids[20]!)
    expect([status, body.errors[0].code]).toEqual([422, 'too-deep'])
  })

  test('does not come of two that are saved at once', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, other] = [(await agreementIn(app)).id, (await agreementIn(app)).id]
      const answers = await Promise.all([under(one, other), under(other, one)])
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
    }
  })

  test('does not come of a file either', async () => {
    const [one, other] = [await agreementIn(app, { name: 'Ena' }), await agreementIn(app, { name: 'Andra' })]
    const imports = createImportClient(app.as('avtal'))
    const file = `Nummer;Avtal;Huvudavtal\n${one.number};Ena;${other.number}\n${other.number};Andra;${one.number}`
    const job = await imports.imported(file, { kind: 'agreement', source: 'kretsar' })
    expect(job).toMatchObject({ counts: { failed: 1 }, applied: { counts: { changed: 1 } } })
    const { rows } = await imports.settled(job.id, '?show=failed')
    expect(JSON.stringify(rows.items)).toContain('leder tillbaka till sig självt')
    const parents = await Promise.all(
      [one, other].map(
        async ({ id }) => (await app.as('avtal').get(`/api/agreements/${id}`)).body.data.parentAgreementId,
      ),
    )
    expect(parents.filter(Boolean)).toHaveLength(1)
  })

  test('leaves agreements that belong together as they are', async () => {
    const service = await activeAgreement(app, { type: 'service', name: 'Tjänsteavtal', counterparty: 'Demo AB' })
    const pub = await agreementIn(app, { name: 'PUB' })
    moved(await under(pub.id, service.id))
    expect((await app.as('avtal').get(`/api/agreements/${pub.id}`)).body.data.parentAgreementId).toBe(service.id)
  })
})
