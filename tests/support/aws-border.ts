import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'

/** One request as the SDK hands it to its transport. */
export interface SdkRequest {
  method: string
  path: string
  headers: { [name: string]: string }
  query?: { [name: string]: unknown }
  body?: unknown
}

/** What stands in for the network: an answer, or an error that the SDK sees as a failed connection. */
export type Border = (request: SdkRequest) => { status: number; headers?: { [name: string]: string }; body?: unknown }

/** The options of an SDK client whose requests end here. */
export function atBorder(border: Border) {
  const requestHandler = {
    handle: async (request: SdkRequest) => {
      const { status, headers = {}, body = '' } = border(request)
      const bytes = body instanceof Uint8Array ? Buffer.from(body) : Buffer.from(String(body))
      return { response: { statusCode: status, headers, body: Readable.from([bytes]) } }
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  }
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  return { region: 'eu-north-1', credentials, requestHandler: requestHandler as never }
}

/** A key of KMS behind the border; `refuse` says which answer it gives instead, while it does. */
export function kmsBorder(refuse: (call: number) => { status: number; type: string } | undefined = () => undefined) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const calls: string[] = []
  const border: Border = ({ headers, body }) => {
    const operation = String(headers['x-amz-target']).split('.')[1] as string
    calls.push(operation)
    const refusal = refuse(calls.length)
    if (refusal) return { status: refusal.status, body: JSON.stringify({ __type: refusal.type, message: 'refused' }) }
    const asked = JSON.parse(new TextDecoder().decode(body as Uint8Array)) as { KeyId: string; Message?: string }
    const der = publicKey.export({ format: 'der', type: 'spki' })
    if (operation === 'GetPublicKey')
      return { status: 200, body: JSON.stringify({ KeyId: asked.KeyId, PublicKey: der.toString('base64') }) }
    const signature = sign('sha256', Buffer.from(asked.Message as string, 'base64'), privateKey)
    return { status: 200, body: JSON.stringify({ KeyId: asked.KeyId, Signature: signature.toString('base64') }) }
  }
  return { border, calls, publicKey }
}

/** A bucket of S3 behind the border: list, get and put, the last with its condition; `refuse` as for KMS. */
export function bucketBorder(
  refuse: (request: SdkRequest) => { status: number; code: string } | undefined = () => undefined,
) {
  const objects = new Map<string, Buffer>()
  const border: Border = (request) => {
    const refusal = refuse(request)
    if (refusal) return { status: refusal.status, body: `<Error><Code>${refusal.code}</Code></Error>` }
    const key = request.path.slice(1)
    if (request.method === 'GET' && request.query?.['list-type']) return { status: 200, body: listing(request) }
    if (request.method === 'GET') {
      const body = objects.get(key)
      return body ? { status: 200, body } : { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' }
    }
    if (request.headers['if-none-match'] === '*' && objects.has(key))
      return { status: 412, body: '<Error><Code>PreconditionFailed</Code></Error>' }
    objects.set(key, Buffer.from(request.body as Uint8Array))
    return { status: 200 }
  }
  const listing = ({ query }: SdkRequest): string => {
    const [prefix, after] = [String(query?.['prefix'] ?? ''), String(query?.['start-after'] ?? '')]
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort()
    const page = keys.slice(0, 2)
    const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')
    const truncated = `<IsTruncated>${keys.length > page.length}</IsTruncated>`
    return `<ListBucketResult>${truncated}${contents}</ListBucketResult>`
  }
  return { border, objects }
}

/** Either border as an address for a process of its own. @param within what every path begins with there (the bucket) */
export async function serveBorder(border: Border, within = ''): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const url = new URL(request.url ?? '/', 'http://localhost')
    const { status, headers, body } = border({
      method: request.method ?? 'GET',
      path: url.pathname.slice(within.length),
      headers: request.headers as { [name: string]: string },
      query: Object.fromEntries(url.searchParams),
      body: Buffer.concat(pieces),
    })
    response.writeHead(status, headers).end(body instanceof Uint8Array ? body : String(body ?? ''))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}
