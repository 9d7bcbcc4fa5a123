import type { SignedHead } from '../checkpoint/head.ts'
import { leavesName, type SealedHeads } from '../checkpoint/heads.ts'
import type { BucketOptions } from '../files/bucket-options.ts'
import { assertOk, persist } from '../files/bucket-request.ts'
import { presign } from '../files/presign.ts'

const signedSeconds = 300

/** Heads in the locked bucket for reading alone, by pre-signed requests: the SDK's client of S3 weighs more than all else that a proof takes. */
export function readSealedHeads({ address, region, credentials, now }: BucketOptions): SealedHeads {
  const get = (path: string, parameters: { [name: string]: string } = {}): Promise<Response> =>
    persist(() => {
      const signing = { region, credentials: credentials(), now: now(), seconds: signedSeconds, parameters }
      return fetch(presign({ method: 'GET', url: `${address}/${path}`, ...signing }))
    })

  async function read(path: string): Promise<Buffer | undefined> {
    const response = await get(path)
    if (response.status === 404) return undefined
    await assertOk(response, path)
    return Buffer.from(await response.arrayBuffer())
  }

  async function newestKey(): Promise<string | undefined> {
    for (let newest: string | undefined; ;) {
      const more: { [name: string]: string } = newest ? { 'start-after': newest } : {}
      const response = await get('', { 'list-type': '2', prefix: 'heads/', ...more })
      await assertOk(response, 'heads/')
      const listing = await response.text()
      const key = [...listing.matchAll(/<Key>([^<]+)<\/Key>/g)].at(-1)?.[1]
      newest = key ?? newest
      if (!key || !listing.includes('<IsTruncated>true</IsTruncated>')) return newest
    }
  }

  return {
    async latest() {
      const key = await newestKey()
      const bytes = key && (await read(key))
      return bytes ? (JSON.parse(bytes.toString('utf8')) as SignedHead) : undefined
    },
    leaves: (head) => read(`leaves/${leavesName(head)}`),
  }
}
