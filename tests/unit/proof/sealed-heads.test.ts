import { afterAll, describe, expect, it } from 'vitest'
import type { SignedHead } from '../../../functions/checkpoint/head.ts'
import { headName, leavesName } from '../../../functions/checkpoint/heads.ts'
import { readSealedHeads } from '../../../functions/proof/sealed-heads.ts'
import { bucketOptions } from '../../../functions/files/bucket-options.ts'
import { bucketBorder, serveBorder } from '../../support/aws-border.ts'

const name = 'heads-of-history'
const asked: string[] = []
let refusals: { status: number; code: string }[] = []
const bucket = bucketBorder(({ query }) => {
  asked.push(String(query?.['X-Amz-Credential']))
  return refusals.pop()
})
const server = await serveBorder(bucket.border, `/${name}`)
const heads = readSealedHeads(
  bucketOptions(name, {
    AWS_REGION: 'eu-north-1',
    AWS_ENDPOINT_URL_S3: server.url,
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'secret',
  }),
)
afterAll(() => server.close())

describe('reading sealed heads', () => {
  it('finds none in an empty bucket', async () => {
    expect(await heads.latest()).toBeUndefined()
  })

  it('finds the newest beyond the first page of the listing, and its leaves, by signed requests', async () => {
    for (const number of [1, 2, 3, 4, 5])
      bucket.objects.set(`heads/${headName(number)}`, Buffer.from(JSON.stringify({ number, root: 'abc' })))
    const head = (await heads.latest()) as SignedHead
    expect(head.number).toBe(5)
    expect(await heads.leaves(head)).toBeUndefined()
    bucket.objects.set(`leaves/${leavesName(head)}`, Buffer.from('packed'))
    expect(String(await heads.leaves(head))).toBe('packed')
    expect(asked.every((credential) => /^id\/\d{8}\/eu-north-1\/s3\/aws4_request$/.test(credential))).toBe(true)
  })

  it('asks again when the bucket is busy, and fails with its answer when it refuses', async () => {
    refusals = [{ status: 503, code: 'SlowDown' }]
    expect(await heads.latest()).toMatchObject({ number: 5 })
    refusals = [{ status: 403, code: 'AccessDenied' }]
    await expect(heads.latest()).rejects.toThrow('403')
  })
})
