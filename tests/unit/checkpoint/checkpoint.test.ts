import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { openBucketHeads } from '../../../functions/checkpoint/bucket-heads.ts'
import { makeCheckpoint } from '../../../functions/checkpoint/checkpoint.ts'
import { openFolderHeads } from '../../../functions/checkpoint/folder-heads.ts'
import { createCheckpointHandler } from '../../../functions/checkpoint/handler.ts'
import { hashOfHead, isSigned } from '../../../functions/checkpoint/head.ts'
import { createKmsSigner } from '../../../functions/checkpoint/kms-signer.ts'
import { localCheckpoint } from '../../../functions/checkpoint/local.ts'
import { makeProof } from '../../../functions/proof/make-proof.ts'
import { openEmbeddedStore } from '../../../functions/store/embedded.ts'
import { faultsOfProof } from '../../../functions/verifier/verify-proof.ts'
import { openEngine } from '../../model/stores.ts'
import { actors, thing } from '../../model/thing.ts'
import { atBorder, bucketBorder, kmsBorder } from '../../support/aws-border.ts'
import { makeTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = makeTemporaryDirectory()
let opened = 0
afterAll(() => directory.remove())

async function openRegister(records: number) {
  const dataDir = `${directory.path}/${++opened}`
  const store = openEmbeddedStore({ dir: dataDir })
  const engine = openEngine(store, Date.now)
  const ids: string[] = []
  for (let at = 0; at < records; at++) {
    const { record } = await engine.create(thing, { name: `Sak ${at}`, secret: `dolt ${at}` }, actors.editor)
    ids.push(record.id)
  }
  const day = (number: number) => () => `2026-11-${String(number).padStart(2, '0')}T03:00:00.000Z`
  const checkpoint = (number: number) => localCheckpoint({ store, dataDir, now: day(number) })
  return { store, engine, ids, dataDir, day, checkpoint }
}

describe('the checkpoint of a night', () => {
  it('signs one root over every record, chained to the head before it', async () => {
    const { store, engine, ids, checkpoint } = await openRegister(5)
    const first = await checkpoint(20)
    expect(first).toMatchObject({ outcome: 'made', head: { number: 1, records: 5, previous: '', faults: 0 } })
    expect(isSigned(first.head)).toBe(true)
    await engine.update(thing, ids[0]!, 1, { name: 'Ny' }, actors.editor)
    const second = await checkpoint(21)
    expect(second.head).toMatchObject({ number: 2, previous: hashOfHead(first.head), faults: 0 })
    expect(second.head.root).not.toBe(first.head.root)
    expect(isSigned({ ...second.head, records: 6 })).toBe(false)
    await store.close()
  })

  it('closes a day once, however often the schedule fires, and waits when the clock has gone back', async () => {
    const { store, checkpoint } = await openRegister(2)
    const [one, other] = await Promise.all([checkpoint(20), checkpoint(20)])
    expect([one.outcome, other.outcome].toSorted()).toEqual(['closed-already', 'made'])
    expect(await checkpoint(20)).toMatchObject({ outcome: 'closed-already', head: { number: 1 } })
    expect(await checkpoint(19)).toMatchObject({ outcome: 'closed-already', head: { number: 1 } })
    await store.close()
  })

  it('names a record that has gone since the head before it', async () => {
    const { store, ids, checkpoint } = await openRegister(3)
    await checkpoint(20)
    await store.commit([{ delete: { pk: `thing#${ids[1]}`, sk: 'head' } }], crypto.randomUUID())
    const { head, faults } = await checkpoint(21)
    expect(faults).toEqual([{ record: `thing#${ids[1]}`, revision: 1, problem: 'record-missing' }])
    expect(head).toMatchObject({ records: 2, faults: 1 })
    await store.close()
  })

  it('proves each record to a verifier that knows nothing of the register', async () => {
    const { store, ids, engine, dataDir, checkpoint } = await openRegister(9)
    await engine.update(thing, ids[4]!, 1, { name: 'Ny', secret: 'annat' }, actors.editor, 'därför')
    const { head } = await checkpoint(20)
    const heads = openFolderHeads(`${dataDir}/heads`)
    for (const id of ids) {
      const proof = await makeProof(store, heads, `thing#${id}`)
      expect(faultsOfProof(JSON.parse(JSON.stringify(proof)))).toEqual([])
    }
    const closed = await makeProof(store, heads, `thing#${ids[4]}`, () => ['/data/secret'])
    expect(JSON.stringify(closed)).not.toContain('annat')
    expect(faultsOfProof(JSON.parse(JSON.stringify(closed)), pem(head.publicKey))).toEqual([])
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      .publicKey.export({ format: 'pem', type: 'spki' })
      .toString()
    expect(faultsOfProof(JSON.parse(JSON.stringify(closed)), other)).toHaveLength(1)
    await store.close()
  })

  it('gives no proof of what it has not yet sealed', async () => {
    const { store, engine, dataDir, checkpoint } = await openRegister(1)
    await checkpoint(20)
    const { record } = await engine.create(thing, { name: 'Sen' }, actors.editor)
    expect(await makeProof(store, openFolderHeads(`${dataDir}/heads`), `thing#${record.id}`)).toBeUndefined()
    await store.close()
  })

  it('gives a proof of which no single value can be changed unnoticed', async () => {
    const { store, ids, dataDir, checkpoint } = await openRegister(6)
    await checkpoint(20)
    const proof = JSON.stringify(await makeProof(store, openFolderHeads(`${dataDir}/heads`), `thing#${ids[2]}`))
    const values = [...proof.matchAll(/(?<=":"?)[\w+/#=. -]+(?="?[,}])/g)].filter(
      ([text]) => text !== 'forteckna-proof-1',
    )
    expect(values.length).toBeGreaterThan(20)
    for (const { 0: value, index } of values) {
      const middle = index + Math.floor(value.length / 2)
      const forged = proof.slice(0, middle) + (proof[middle] === '1' ? '2' : '1') + proof.slice(middle + 1)
      if (isJson(forged)) expect(faultsOfProof(JSON.parse(forged)), `${value} at ${index}`).not.toEqual([])
    }
    await store.close()
  })
})

describe('the checkpoint on AWS', () => {
  async function openAws(
    kms: Parameters<typeof kmsBorder>[0],
    s3: Parameters<typeof bucketBorder>[0] = () => undefined,
  ) {
    const register = await openRegister(4)
    const [key, bucket] = [kmsBorder(kms), bucketBorder(s3)]
    const lines: string[] = []
    const run = (number: number) =>
      createCheckpointHandler({
        store: register.store,
        heads: openBucketHeads('heads', { ...atBorder(bucket.border), forcePathStyle: false }),
        signer: createKmsSigner('key', atBorder(key.border)),
        now: register.day(number),
        log: (line) => lines.push(line),
      })()
    return { ...register, key, bucket, lines, run }
  }

  it('keeps head and leaves in the bucket and says in metrics that it did', async () => {
    const { store, bucket, lines, run } = await openAws(undefined)
    for (const day of [20, 21, 22, 23]) await run(day)
    await run(23)
    const names = [...bucket.objects.keys()]
    expect(names.filter((name) => name.startsWith('heads/'))).toEqual(
      [1, 2, 3, 4].map((at) => `heads/0000000${at}.json`),
    )
    expect(lines.map((line) => (JSON.parse(line) as { Checkpoints: number }).Checkpoints)).toEqual([1, 1, 1, 1, 0])
    const head = JSON.parse(String(bucket.objects.get('heads/00000004.json')))
    expect(isSigned(head)).toBe(true)
    await store.close()
  })

  it('tries again when KMS is throttled', async () => {
    const throttled = { status: 400, type: 'ThrottlingException' }
    const { store, bucket, key, run } = await openAws((call) => (call === 2 ? throttled : undefined))
    await run(20)
    expect(key.calls).toEqual(['GetPublicKey', 'Sign', 'Sign'])
    expect(bucket.objects.has('heads/00000001.json')).toBe(true)
    await store.close()
  })

  it('fails loudly and keeps nothing when KMS refuses, and makes the head when the event comes again', async () => {
    let refusing = true
    const denied = { status: 400, type: 'AccessDeniedException' }
    const { store, bucket, lines, run } = await openAws(() => (refusing ? denied : undefined))
    await expect(run(20)).rejects.toThrow('refused')
    expect(bucket.objects.size).toBe(0)
    expect(lines).toEqual([])
    refusing = false
    await run(20)
    expect(bucket.objects.has('heads/00000001.json')).toBe(true)
    await store.close()
  })

  it('leaves no head behind when the bucket takes the leaves but not the head', async () => {
    let refusing = true
    const denied = { status: 403, code: 'AccessDenied' }
    const { store, bucket, run } = await openAws(undefined, ({ method, path }) =>
      refusing && method === 'PUT' && path.startsWith('/heads/') ? denied : undefined,
    )
    await expect(run(20)).rejects.toThrow()
    expect([...bucket.objects.keys()].filter((name) => name.startsWith('heads/'))).toEqual([])
    refusing = false
    await run(20)
    const head = JSON.parse(String(bucket.objects.get('heads/00000001.json')))
    expect(head).toMatchObject({ number: 1, records: 4 })
    await store.close()
  })

  it('does not pass over a head whose leaves are gone', async () => {
    const { store, bucket, run } = await openAws(undefined)
    await run(20)
    for (const name of bucket.objects.keys()) if (name.startsWith('leaves/')) bucket.objects.delete(name)
    await expect(run(21)).rejects.toThrow('the leaves of head 1 are gone')
    await store.close()
  })

  it('never replaces a head, also when two runs have the same number', async () => {
    const { store, day, bucket } = await openAws(undefined)
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const heads = openBucketHeads('heads', atBorder(bucket.border))
    const signer = {
      publicKey: async () => publicKey.export({ format: 'der', type: 'spki' }),
      sign: async (bytes: Uint8Array) => sign('sha256', bytes, privateKey),
    }
    const runs = await Promise.all([1, 2].map(() => makeCheckpoint({ store, heads, signer, now: day(20) })))
    expect(runs.map(({ outcome }) => outcome).toSorted()).toEqual(['closed-already', 'made'])
    expect(runs[0]!.head).toEqual(runs[1]!.head)
    await store.close()
  })
})

function pem(publicKey: string): string {
  return `-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----\n`
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
