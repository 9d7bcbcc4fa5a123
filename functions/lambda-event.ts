import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { type HttpAnswer, type HttpRequest, isStream } from './http/message.ts'

/** What an HTTP API sends (payload format 2.0) as a request. Throws `TypeError` when the address is none. */
export function requestOf(event: APIGatewayProxyEventV2): HttpRequest {
  const { requestContext, rawPath, rawQueryString, cookies } = event
  const query = rawQueryString ? `?${rawQueryString}` : ''
  const headers = new Map(Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value]))
  if (cookies) headers.set('cookie', cookies.join('; '))
  return {
    method: requestContext.http.method,
    url: new URL(`https://${requestContext.domainName}${rawPath}${query}`).href,
    headers: { get: (name) => headers.get(name.toLowerCase()) ?? null },
    body: bodyOf(event),
  }
}

function bodyOf({ body, isBase64Encoded }: APIGatewayProxyEventV2): HttpRequest['body'] {
  if (!body) return null
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  return (async function* () {
    yield bytes
  })()
}

/** An answer as the HTTP API takes it. @param answer carried (`lambda-answer.ts`): its body is at hand */
export function resultOf({ status, headers, body }: HttpAnswer): APIGatewayProxyStructuredResultV2 {
  if (isStream(body)) throw new TypeError('a function answers whole')
  const cookies = [headers.get('set-cookie') ?? []].flat()
  const single = [...headers].filter(([name]) => name !== 'set-cookie').map(([name, value]) => [name, String(value)])
  const isText = typeof body === 'string' || body === null
  return {
    statusCode: status,
    headers: Object.fromEntries(single),
    ...(cookies.length > 0 && { cookies }),
    body: isText ? (body ?? '') : Buffer.from(body).toString('base64'),
    isBase64Encoded: !isText,
  }
}
