import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { type HttpAnswer, type HttpRequest, isStream } from './http/message.ts'
import { RegisterError } from './register/errors.ts'

/** Lambda takes 6 MB as an answer, with headers and with every quotation mark of a text escaped. */
const mostTextBytes = 4_000_000
/** The same of bytes, which go in base 64. */
const mostBytes = 4_400_000
const megabyte = 1_000_000

const compress = promisify(brotliCompress)
/** Whole revisions lie far apart in a proof and are nearly alike, so the window holds them all. */
const options = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS },
}

/**
 * The answer as a function can give it: whole, and compressed when it is longer than the platform takes.
 * Throws `limit-exceeded` when it is too long even so, or for a caller who does not take it compressed.
 */
export async function carried(answer: HttpAnswer, request: HttpRequest): Promise<HttpAnswer> {
  const body = isStream(answer.body) ? await whole(answer.body) : answer.body
  if (body === null) return answer
  const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength
  if (bytes <= (typeof body === 'string' ? mostTextBytes : mostBytes)) return { ...answer, body }
  const takes = /\bbr\b/.test(request.headers.get('accept-encoding') ?? '')
  const packed = takes ? new Uint8Array(await compress(body, options)) : undefined
  if (!packed || packed.byteLength > mostBytes)
    throw new RegisterError('limit-exceeded', 'longer than a function may answer', {
      reason: 'answer-too-large',
      params: { megabytes: Math.ceil(bytes / megabyte) },
    })
  const headers = new Map([
    ...answer.headers,
    ['content-encoding', 'br'] as const,
    ['vary', 'Accept-Encoding'] as const,
  ])
  return { ...answer, headers, body: packed }
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}
