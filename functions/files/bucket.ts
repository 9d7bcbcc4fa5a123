import { createHash } from 'node:crypto'
import { attachment } from './attachment.ts'
import type { BucketOptions } from './bucket-options.ts'
import { assertOk, persist } from './bucket-request.ts'
import { assertPath, type FileStore, piecesOf } from './file-store.ts'
import { presign, type Signing } from './presign.ts'

const ownSeconds = 300

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
