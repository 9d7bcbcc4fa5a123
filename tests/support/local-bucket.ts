import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { presign } from '../../functions/files/presign.ts'

/** What stands in for S3 at the border of its signed addresses: keeps what comes with a signature that holds, and gives it back. */
export interface LocalBucket {
  /** For `AWS_ENDPOINT_URL_S3`. */
  endpoint: string
  name: string
  held: Map<string, Buffer>
  /** Files that have come, since they were last asked for. */
  arrived(): { key: string; bytes: number }[]
  /** Every request as `METHOD key status`. */
  calls: string[]
  /** What the scan of every object has come to, sound at first; `undefined` when none has been scanned yet. */
  scan: string | undefined
  /** Answers these next requests with 503. */
  refuse(times: number): void
  close(): Promise<void>
}

const credentials = { accessKeyId: 'local', secretAccessKey: 'local', sessionToken: 'local' }

/** Starts a bucket on a free port; `now` (epoch ms) is its own clock. */
export async function startLocalBucket(name = 'files', now: () => number = Date.now): Promise<LocalBucket> {
  const held = new Map<string, Buffer>()
  const calls: string[] = []
  let news: { key: string; bytes: number }[] = []
  let refusals = 0
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const url = new URL(request.url ?? '/', endpoint)
    const key = url.pathname.slice(name.length + 2)
    const answer = (status: number, body?: Buffer | string) => {
      calls.push(`${request.method} ${key} ${status}`)
      response.writeHead(status, { 'access-control-allow-origin': '*' }).end(body)
    }
    if (refusals-- > 0) return answer(503, '<Error><Code>SlowDown</Code></Error>')
    const fault = faultOf(url, request.method as 'GET', request.headers, now())
    if (fault) return answer(403, `<Error><Code>${fault[0]}</Code><Message>${fault[1]}</Message></Error>`)
    const body = held.get(key)
    if (request.method === 'PUT') {
      const content = Buffer.concat(pieces)
      held.set(key, content)
      news.push({ key, bytes: content.length })
      return answer(200)
    }
    if (request.method === 'DELETE') held.delete(key)
    if (request.method === 'DELETE') return answer(204)
    if (body && url.searchParams.has('tagging')) return answer(200, taggingOf(bucket.scan))
    return body ? answer(200, body) : answer(404, '<Error><Code>NoSuchKey</Code></Error>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const bucket: LocalBucket = {
    endpoint,
    name,
    held,
    calls,
    scan: 'NO_THREATS_FOUND',
    arrived() {
      const [all] = [news]
      news = []
      return all
    },
    refuse: (times) => void (refusals = times),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return bucket
}

/** Tags as S3 tells them. */
function taggingOf(scan: string | undefined): string {
  const tag = scan === undefined ? '' : `<Tag><Key>GuardDutyMalwareScanStatus</Key><Value>${scan}</Value></Tag>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Tagging><TagSet>${tag}</TagSet></Tagging>`
}

/** Why S3 would refuse the request: its time is out, or it is not the one that was signed. */
function faultOf(
  url: URL,
  method: 'GET' | 'PUT' | 'DELETE',
  headers: { [name: string]: string | string[] | undefined },
  nowMs: number,
): [code: string, message: string] | undefined {
  const query = url.searchParams
  const stamp = query.get('X-Amz-Date') ?? ''
  const signedAt = stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  const seconds = Number(query.get('X-Amz-Expires'))
  if (nowMs > Date.parse(signedAt) + seconds * 1000) return ['AccessDenied', 'Request has expired']
  const signed = (query.get('X-Amz-SignedHeaders') ?? '').split(';').filter((header) => header !== 'host')
  const expected = presign({
    method,
    url: `${url.origin}${url.pathname}`,
    parameters: Object.fromEntries([...query].filter(([parameter]) => !parameter.startsWith('X-Amz-'))),
    headers: Object.fromEntries(signed.map((header) => [header, String(headers[header] ?? '')])),
    region: 'eu-north-1',
    credentials,
    seconds,
    now: signedAt,
  })
  if (new URL(expected).searchParams.get('X-Amz-Signature') === query.get('X-Amz-Signature')) return undefined
  return ['SignatureDoesNotMatch', 'The request signature we calculated does not match']
}
