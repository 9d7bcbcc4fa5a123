import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { isSigned, type SignedHead } from '../../functions/checkpoint/head.ts'
import { faultsOfProof } from '../../functions/verifier/verify-proof.ts'
import { bucketBorder, kmsBorder, serveBorder } from '../support/aws-border.ts'
import { type Cloud, openCloud } from '../support/cloud.ts'
import { scheduleEvent } from '../support/lambda-events.ts'

const dynamodbEndpoint = inject('dynamodbEndpoint')
const bucketName = 'heads-of-history'
const night = scheduleEvent('nights', '2026-11-22T01:30:00Z')

describe.skipIf(!dynamodbEndpoint)('the checkpoint and its proofs through their bundles', () => {
  let denied = false
  const bucket = bucketBorder(() => (denied ? { status: 403, code: 'AccessDenied' } : undefined))
  let refusing = true
  const kms = kmsBorder(() => (refusing ? { status: 400, type: 'KMSInvalidStateException' } : undefined))
  let cloud: Cloud
  let servers: Awaited<ReturnType<typeof serveBorder>>[]

  beforeAll(async () => {
    servers = await Promise.all([serveBorder(bucket.border, `/${bucketName}`), serveBorder(kms.border)])
    const [s3, signing] = servers
    cloud = await openCloud({
      deployment: inject('deployment'),
      dynamodbEndpoint,
      environment: { AWS_ENDPOINT_URL_S3: s3!.url, AWS_ENDPOINT_URL_KMS: signing!.url },
      resource: (type) => (type === 'AWS::S3::Bucket' ? bucketName : type === 'AWS::KMS::Key' ? 'key' : undefined),
    })
  })
  afterAll(async () => {
    await cloud?.close()
    await Promise.all(servers.map((server) => server.close()))
  })

  it('fails when KMS refuses, keeps nothing, and seals every record when it is called again', async () => {
    const worker = await cloud.lambda('checkpoint')
    await expect(worker.invoke(night)).rejects.toThrow()
    expect(bucket.objects.size).toBe(0)
    refusing = false
    await worker.invoke(night)
    const head = JSON.parse(String(bucket.objects.get('heads/00000001.json'))) as SignedHead
    expect(head).toMatchObject({ number: 1, faults: 0, previous: '' })
    expect(head.records).toBeGreaterThan(100)
    expect(isSigned(head)).toBe(true)
    await expect.poll(() => worker.output()).toContain('"Checkpoints":1')
  })

  it('seals a day once when the schedule fires twice', async () => {
    const worker = await cloud.lambda('checkpoint')
    await worker.invoke(night)
    expect([...bucket.objects.keys()].filter((name) => name.startsWith('heads/'))).toHaveLength(1)
  })
  it('proves a record to who sees all of it, by a path of its own beside the service of the record', async () => {
    const dso = await cloud.as('dso')
    const { body: latest } = await dso.get('/api/verification')
    expect(latest).toMatchObject({ signed: true, head: { number: 1 } })
    const { status, body: proof } = await dso.get(`/api/people/${cloud.people['anmalare']}/proof`)
    expect({ status, faults: faultsOfProof(proof) }).toEqual({ status: 200, faults: [] })
    expect(proof.head).toEqual(latest.head)
    expect(await dso.get('/api/activities/act_0/proof')).toMatchObject({ status: 404 })
    expect(await dso.get(`/api/people/${cloud.people['anmalare']}`)).toMatchObject({ status: 200 })
  })

  it('says that it failed when the bucket refuses, and names the error without its message', async () => {
    denied = true
    const answer = await (await cloud.as('dso')).get('/api/verification')
    denied = false
    expect(answer).toMatchObject({ status: 500 })
    const proofs = await cloud.lambda('proof')
    await expect.poll(() => proofs.output()).toContain('"AccessDenied"')
  })
})
