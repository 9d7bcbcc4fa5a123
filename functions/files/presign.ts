import { createHash, createHmac } from 'node:crypto'

export interface Credentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
}

export interface Signing {
  method: 'GET' | 'PUT' | 'DELETE' | 'HEAD'
  /** The address without a query. */
  url: string
  /** Further parameters of the query, e.g. `response-content-disposition`. */
  parameters?: { readonly [name: string]: string }
  /** Headers that the request must carry as they are here, besides `host`. */
  headers?: { readonly [name: string]: string }
  region: string
  credentials: Credentials
  seconds: number
  /** The time it is signed, RFC 3339. */
  now: string
}

const algorithm = 'AWS4-HMAC-SHA256'

/** An address that lets its holder make this one request of Amazon S3 for a while (AWS Signature Version 4, in the query). */
export function presign(signing: Signing): string {
  const { method, region, credentials, seconds, now } = signing
  const url = new URL(signing.url)
  const time = now.replaceAll(/[-:]|\.\d+/g, '')
  const scope = `${time.slice(0, 8)}/${region}/s3/aws4_request`
  const headers = Object.entries({ ...signing.headers, host: url.host })
    .map(([name, value]): [string, string] => [name.toLowerCase(), value.trim()])
    .sort(byName)
  const signedHeaders = headers.map(([name]) => name).join(';')
  const query = queryText({
    ...signing.parameters,
    'X-Amz-Algorithm': algorithm,
    'X-Amz-Credential': `${credentials.accessKeyId}/${scope}`,
    'X-Amz-Date': time,
    'X-Amz-Expires': String(seconds),
    ...(credentials.sessionToken && { 'X-Amz-Security-Token': credentials.sessionToken }),
    'X-Amz-SignedHeaders': signedHeaders,
  })
  const request = [
    method,
    url.pathname
      .split('/')
      .map((part) => encode(decodeURIComponent(part)))
      .join('/'),
    query,
    ...headers.map(([name, value]) => `${name}:${value}`),
    '',
    signedHeaders,
    'UNSIGNED-PAYLOAD',
  ].join('\n')
  const toSign = [algorithm, time, scope, createHash('sha256').update(request).digest('hex')].join('\n')
  return `${url.origin}${url.pathname}?${query}&X-Amz-Signature=${signature(toSign, scope, credentials.secretAccessKey)}`
}

function signature(toSign: string, scope: string, secret: string): string {
  let key: string | Buffer = `AWS4${secret}`
  for (const part of scope.split('/')) key = createHmac('sha256', key).update(part).digest()
  return createHmac('sha256', key).update(toSign).digest('hex')
}

function queryText(parameters: { readonly [name: string]: string }): string {
  return Object.entries(parameters)
    .map(([name, value]): [string, string] => [encode(name), encode(value)])
    .sort(byName)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function byName([left]: [string, string], [right]: [string, string]): number {
  return left < right ? -1 : left > right ? 1 : 0
}
