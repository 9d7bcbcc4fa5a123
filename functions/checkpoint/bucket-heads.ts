import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import type { SignedHead } from './head.ts'
import { headName, leavesName, type Heads } from './heads.ts'

const folder = { heads: 'heads/', leaves: 'leaves/' }
const attempts = 6

/**
 * Heads in a bucket. What keeps them from being replaced is the bucket: its default retention (Object Lock) holds every object,
 * and a head is put only where none is.
 */
export function openBucketHeads(bucket: string, config: S3ClientConfig = {}): Heads {
  const client = new S3Client({ maxAttempts: attempts, ...config })

  async function read(key: string): Promise<Uint8Array | undefined> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
      return await Body?.transformToByteArray()
    } catch (error) {
      if ((error as Error).name === 'NoSuchKey') return undefined
      throw error
    }
  }

  async function newestKey(): Promise<string | undefined> {
    let newest: string | undefined
    for (let after: string | undefined; ;) {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: folder.heads, ...(after && { StartAfter: after }) }),
      )
      newest = page.Contents?.at(-1)?.Key ?? newest
      if (!page.IsTruncated || !newest) return newest
      after = newest
    }
  }

  async function put(key: string, content: string | Uint8Array, type: string, once: boolean): Promise<boolean> {
    const request = { Bucket: bucket, Key: key, Body: content, ContentType: type }
    try {
      await client.send(
        new PutObjectCommand({ ...request, ChecksumAlgorithm: 'SHA256', ...(once && { IfNoneMatch: '*' }) }),
      )
      return true
    } catch (error) {
      const { httpStatusCode } = (error as { $metadata?: { httpStatusCode?: number } }).$metadata ?? {}
      if (once && httpStatusCode === 412) return false
      throw error
    }
  }

  return {
    async latest() {
      const key = await newestKey()
      const bytes = key && (await read(key))
      return bytes ? (JSON.parse(Buffer.from(bytes).toString('utf8')) as SignedHead) : undefined
    },
    leaves: (head) => read(folder.leaves + leavesName(head)),
    async keep(head, leaves) {
      await put(folder.leaves + leavesName(head), leaves, 'application/gzip', false)
      return put(folder.heads + headName(head.number), JSON.stringify(head), 'application/json', true)
    },
  }
}
