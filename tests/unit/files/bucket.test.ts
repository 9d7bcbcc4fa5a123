import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { attachment } from '../../../functions/files/attachment.ts'
import { openBucket } from '../../../functions/files/bucket.ts'
import { readWhole } from '../../../functions/files/file-store.ts'
import { presign } from '../../../functions/files/presign.ts'

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' }
const now = '2026-11-22T10:00:00Z'

let server: Server
let address: string
let failures: number
let calls: string[]

/** A bucket that keeps what it is given when the signature is the one it computes itself. */
beforeEach(async () => {
  const held = new Map<string, Buffer>()
  failures = 0
  calls = []
  server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const url = new URL(request.url ?? '/', address)
    calls.push(`${request.method} ${url.pathname}`)
    const parameters = Object.fromEntries([...url.searchParams].filter(([name]) => !name.startsWith('X-Amz-')))
    const headers = (url.searchParams.get('X-Amz-SignedHeaders') ?? '').split(';').filter((name) => name !== 'host')
    const expected = presign({
      method: request.method as 'GET',
      url: `${address}${url.pathname}`,
      parameters,
      headers: Object.fromEntries(headers.map((name) => [name, String(request.headers[name])])),
      region: 'eu-north-1',
      credentials,
      seconds: Number(url.searchParams.get('X-Amz-Expires')),
      now,
    })
    const answer = (status: number, body?: Buffer | string) => response.writeHead(status).end(body)
    if (failures-- > 0) return answer(503, 'SlowDown')
    if (new URL(expected).searchParams.get('X-Amz-Signature') !== url.searchParams.get('X-Amz-Signature'))
      return answer(403, 'SignatureDoesNotMatch')
    if (request.method === 'PUT') held.set(url.pathname, Buffer.concat(pieces))
    if (request.method === 'DELETE') held.delete(url.pathname)
    const body = held.get(url.pathname)
    return request.method === 'GET' && !body ? answer(404) : answer(200, request.method === 'GET' ? body : undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

const open = (secret = credentials) =>
  openBucket({ address, region: 'eu-north-1', credentials: () => secret, now: () => now })

describe('a bucket of files', () => {
  it('gives back what was put, and nothing after it is removed', async () => {
    const files = open()
    const stored = await files.put('imports/imp_1/file.csv', new TextEncoder().encode('abc'))
    expect(stored.sha256).toMatch(/^ba7816bf/)
    expect((await readWhole(files, 'imports/imp_1/file.csv'))?.toString()).toBe('abc')
    await files.remove('imports/imp_1/file.csv')
    expect(await files.read('imports/imp_1/file.csv')).toBeUndefined()
  })

  it('tries again when the bucket is busy', async () => {
    failures = 2
    await open().put('a', new TextEncoder().encode('x'))
    expect(calls).toEqual(['PUT /a', 'PUT /a', 'PUT /a'])
  })

  it('says what the bucket answered when it refuses', async () => {
    const stranger = open({ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'other' })
    await expect(stranger.put('a', new Uint8Array(1))).rejects.toThrow('403')
  })

  it('lends addresses with which a browser fetches and leaves files by itself', async () => {
    const files = open()
    const up = (await files.uploadLink?.('a/b.pdf', { seconds: 60, type: 'application/pdf' })) ?? ''
    const wrong = await fetch(up, { method: 'PUT', body: 'x', headers: { 'content-type': 'text/html' } })
    expect(wrong.status).toBe(403)
    const right = await fetch(up, { method: 'PUT', body: 'pdf', headers: { 'content-type': 'application/pdf' } })
    expect(right.status).toBe(200)
    const down = (await files.downloadLink?.('a/b.pdf', { seconds: 60, fileName: 'avtal "åäö".pdf' })) ?? ''
    expect(await (await fetch(down)).text()).toBe('pdf')
    expect(new URL(down).searchParams.get('response-content-disposition')).toMatch(/^attachment; /)
  })
})

describe('the name a download is saved under', () => {
  it('survives quotes, Swedish letters and line ends', () => {
    expect(attachment('avtal "å"\r\n.pdf')).toBe(
      'attachment; filename="avtal a.pdf"; filename*=UTF-8\'\'avtal%20%22%C3%A5%22%0D%0A.pdf',
    )
  })
})
