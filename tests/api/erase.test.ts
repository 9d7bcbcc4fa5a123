import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { faultsAgainstHead } from '../../functions/checkpoint/against-head.ts'
import { openFolderHeads } from '../../functions/checkpoint/folder-heads.ts'
import { localCheckpoint } from '../../functions/checkpoint/local.ts'
import { allKinds } from '../../functions/kinds.ts'
import { makeProof } from '../../functions/proof/make-proof.ts'
import { verifyStore } from '../../functions/register/seal/verify.ts'
import type { Store } from '../../functions/store/store.ts'
import { faultsOfProof } from '../../functions/verifier/verify-proof.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'

let app: TestApp
let dataDir: string
let directory: ReturnType<typeof makeTemporaryDirectory>
let dying: number | undefined
const now = (day: number) => () => `2026-11-${day}T03:00:00.000Z`
const words = ['Kanarius', 'kanarius', 'zebedeus']

/** A store whose process dies before its `dying`-th commit from now. */
function mortal(store: Store): Store {
  return {
    ...store,
    commit: async (writes, token) => {
      if (dying !== undefined && dying-- === 0) throw new Error('the process died')
      return store.commit(writes, token)
    },
  }
}

beforeEach(async () => {
  dying = undefined
  directory = makeTemporaryDirectory()
  dataDir = directory.path
  app = await openTestApp({ wrapStore: mortal })
})
afterEach(async () => {
  await app.close()
  directory.remove()
})

/** Somebody with a few revisions who has ended. */
async function leaver(): Promise<{ id: string; revision: number }> {
  const admin = app.as('admin')
  const data = { userId: 'zebedeus', displayName: 'Zebedeus Kanarius', orgUnitId: app.units['hjartmottagningen'] }
  const { body } = await admin.post('/api/people', { data: { ...data, email: 'zebedeus@region.example' } })
  for (let revision = 1; revision < 30; revision++) {
    const more = { ...data, title: `Kanarius ${revision}` }
    const { status } = await admin.put(`/api/people/${body.id}`, { data: more }, { 'If-Match': `"${revision}"` })
    expect(status).toBe(200)
  }
  const ended = await admin.post(`/api/people/${body.id}/transitions`, { transition: 'end' }, { 'If-Match': '"30"' })
  expect(ended.body).toMatchObject({ state: 'ended', revision: 31 })
  return { id: body.id, revision: 31 }
}

const erase = (userId: string, id: string, revision: number, comment: string | undefined = 'begäran 2026-11-20') =>
  app
    .as(userId)
    .post(
      `/api/people/${id}/transitions`,
      { transition: 'erase', ...(comment && { comment }) },
      { 'If-Match': `"${revision}"` },
    )

async function stored(): Promise<string> {
  const texts: string[] = []
  for (let after: string | undefined, more = true; more;) {
    const page = await app.store.scan(after)
    texts.push(...page.items.map((item) => JSON.stringify(item)))
    after = page.next
    more = after !== undefined
  }
  return texts.join('\n')
}

async function faults(): Promise<unknown[]> {
  return (await verifyStore(app.store, allKinds, (text) => createHash('sha256').update(text).digest('hex'))).faults
}

describe('erasing a person who has ended', () => {
  it('takes every word of them out of the store, and every hash and proof still fits', async () => {
    const { id, revision } = await leaver()
    await localCheckpoint({ store: app.store, dataDir, now: now(20) })
    const before = await makeProof(app.store, openFolderHeads(join(dataDir, 'heads')), `person#${id}`)
    expect(JSON.stringify(before)).toMatch(/Kanarius.*zebedeus|zebedeus.*Kanarius/)

    const { status, body } = await erase('dso', id, revision)
    expect({ status, body }).toMatchObject({ status: 200, body: { revision: 32, data: { displayName: '–' } } })
    const text = await stored()
    expect(words.filter((word) => text.includes(word))).toEqual([])
    expect(await faults()).toEqual([])
    expect(await faultsAgainstHead(app.store, join(dataDir, 'heads/00000001.json'))).toEqual([])

    const after = await makeProof(app.store, openFolderHeads(join(dataDir, 'heads')), `person#${id}`)
    for (const proof of [before, after]) expect(faultsOfProof(JSON.parse(JSON.stringify(proof)))).toEqual([])
    expect(words.filter((word) => JSON.stringify(after).includes(word))).toEqual([])
    const { faults: next } = await localCheckpoint({ store: app.store, dataDir, now: now(21) })
    expect(next).toEqual([])
  })

  it('is told in history, with who, when and why', async () => {
    const { id, revision } = await leaver()
    await erase('dso', id, revision)
    const { items } = (await app.as('revisor').get(`/api/people/${id}/revisions?limit=1`)).body
    expect(items).toMatchObject([{ transition: 'erase', by: app.people['dso'], comment: 'begäran 2026-11-20' }])
  })

  it('is the data protection officer of the part alone to do, with a reason, and of one who has ended', async () => {
    const { id, revision } = await leaver()
    for (const userId of ['admin', 'revisor', 'samordnare', 'it', 'dso.exempelby'])
      expect({ userId, status: (await erase(userId, id, revision)).status }).toEqual({ userId, status: 403 })
    const bare = await erase('dso', id, revision, '')
    expect(bare.body).toMatchObject({ status: 409, missing: [{ rule: 'eraseReason' }] })
    expect((await erase('dso', app.people['anmalare'] as string, 1)).status).toBe(409)
    expect(await stored()).toContain('Kanarius')
  })

  it('is not said to be done when it was cut short, leaves a sound store, and is done by the next try', async () => {
    const { id, revision } = await leaver()
    for (const at of [0, 1, 3]) {
      dying = at
      expect((await erase('dso', id, revision)).status).toBe(500)
      dying = undefined
      expect((await app.as('dso').get(`/api/people/${id}`)).body).toMatchObject({ revision, state: 'ended' })
      expect(await faults()).toEqual([])
    }
    expect((await erase('dso', id, revision)).status).toBe(200)
    const text = await stored()
    expect(words.filter((word) => text.includes(word))).toEqual([])
    expect(await faults()).toEqual([])
  })
})
