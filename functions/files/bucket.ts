import { createHash } from 'node:crypto'
import { attachment } from './attachment.ts'
import { assertPath, type FileStore, piecesOf } from './file-store.ts'
import { type Credentials, presign, type Signing } from './presign.ts'

export interface BucketOptions {
  /** `https://<bucket>.s3.<region>.amazonaws.com` */
  address: string
  region: string
  /** Asked at each request: a Lambda's credentials are renewed while it lives. */
  credentials(): Credentials
  /** RFC 3339 UTC. */
  now(): string
}

const ownSeconds = 300
const attempts = 4

/** Files in a bucket of Amazon S3, by pre-signed requests alone; encryption and versions are the bucket's own settings. */
export function openBucket({ address, region, credentials, now }: BucketOptions): FileStore {
  const sign = (path: string, signing: Pick<Signing, 'method' | 'seconds' | 'parameters' | 'headers'>): string => {
    assertPath(path)
    return presign({ url: `${address}/${path}`, region, credentials: credentials(), now: now(), ...signing })
  }
  const call = (method: Signing['method'], path: string, body?: Buffer) =>
    persist(() =>
      fetch(sign(path, { method, seconds: ownSeconds }), { method, ...(body && { body: new Uint8Array(body) }) }),
    )

  return {
    async put(path, content, mostBytes) {
      const pieces: Uint8Array[] = []
      for await (const piece of piecesOf(content, mostBytes)) pieces.push(piece)
      const body = Buffer.concat(pieces)
      await assertOk(await call('PUT', path, body), path)
      return { bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') }
    },
    async read(path) {
      const response = await call('GET', path)
      if (response.status === 404) {
        await response.body?.cancel()
        return undefined
      }
      await assertOk(response, path)
      return response.body ?? undefined
    },
    async remove(path) {
      await assertOk(await call('DELETE', path), path)
    },
    downloadLink: async (path, { seconds, fileName, type }) =>
      sign(path, {
        method: 'GET',
        seconds,
        parameters: {
          'response-content-disposition': attachment(fileName),
          ...(type && { 'response-content-type': type }),
        },
      }),
    uploadLink: async (path, { seconds, type, bytes }) =>
      sign(path, {
        method: 'PUT',
        seconds,
        headers: { 'content-type': type, ...(bytes !== undefined && { 'content-length': String(bytes) }) },
      }),
  }
}

async function persist(request: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const response = await request().catch((error: unknown) => {
      if (attempt === attempts) throw error
      return undefined
    })
    if (response && (response.status < 500 || attempt === attempts)) return response
    await response?.body?.cancel()
    await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt * Math.random()))
  }
}

async function assertOk(response: Response, path: string): Promise<void> {
  if (response.ok) return
  throw new Error(`the bucket answered ${response.status} for ${path}: ${(await response.text()).slice(0, 300)}`)
}
