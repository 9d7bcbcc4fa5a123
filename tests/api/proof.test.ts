import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localCheckpoint } from '../../functions/checkpoint/local.ts'
import { faultsOfProof } from '../../functions/verifier/verify-proof.ts'
import { filed, wayIn } from '../support/activity.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

let product: TestApp
let registered: string
let draft: string
const now = '2026-11-21T23:30:00.000Z'

beforeAll(async () => {
  product = await openTestApp()
  registered = (await filed(product, wayIn)).id
  draft = (await filed(product, [])).id
})
afterAll(() => product.close())

const proofOf = (userId: string, id: string) => product.as(userId).get(`/api/activities/${id}/proof`)

describe('the proof of a record', () => {
  test('is not there before the history has been sealed', async () => {
    expect((await product.as('dso').get('/api/verification')).body).toEqual({ signed: false })
    expect((await proofOf('dso', registered)).body).toMatchObject({
      status: 404,
      detail: expect.stringMatching(/förseglad/),
    })
  })

  test('is given to who sees every revision, and stands on its own', async () => {
    await localCheckpoint({ store: product.store, dataDir: product.dir, now: () => now })
    const { status, headers, body } = await proofOf('dso', registered)
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${registered}.proof.json"`)
    expect(faultsOfProof(body)).toEqual([])
    expect((await product.as('revisor').get('/api/verification')).body).toMatchObject({
      signed: true,
      head: { number: 1 },
    })
  })

  test('holds what is secret by its hash alone', async () => {
    const { body } = await product.as('admin').get(`/api/people/${product.people['dso']}/proof`)
    expect(faultsOfProof(body)).toEqual([])
    expect(JSON.stringify(body)).not.toContain('@')
    expect(Object.keys(body.revisions[0].hashes)).toContain('/data/email')
  })

  test('is given to who examines what is in force, with everything else by its hash alone', async () => {
    const { status, body } = await proofOf('revisor', registered)
    expect({ status, faults: faultsOfProof(body) }).toEqual({ status: 200, faults: [] })
    const [first, last] = [body.revisions[0], body.revisions.at(-1)]
    expect(first.leaves).toEqual({})
    expect(Object.keys(first.hashes)).toContain('/data/name')
    expect(last.leaves['/data/name'].value).toEqual(expect.any(String))
    expect((await proofOf('revisor', draft)).status).toBe(404)
  })

  test('is refused to who sees only what is in force, and to who sees nothing', async () => {
    expect((await proofOf('it', registered)).status).toBe(403)
    expect((await proofOf('it', draft)).status).toBe(404)
    expect((await product.anybody.get(`/api/activities/${registered}/proof`)).status).toBe(401)
  })
})
