import { RegisterError } from '../register/errors.ts'
import type { HttpRequest, HttpRequestHeaders } from './message.ts'
import { assertWellFormed, deepestNesting } from './json-text.ts'

export const bodyLimitBytes = 1024 * 1024
const nestingLimit = 32

export interface Body {
  value: unknown
  bytes: Uint8Array
}

/**
 * Reads a JSON body, counting bytes as they come.
 * Throws `unsupported-type` (anything but JSON in UTF-8), `too-large`, `malformed` (not JSON, not UTF-8, nested too deeply)
 * and `invalid` (half a surrogate pair, a member called `__proto__`).
 */
export async function readJson(request: HttpRequest, limitBytes = bodyLimitBytes): Promise<Body> {
  assertJsonType(request.headers)
  const bytes = await readBytes(request, limitBytes)
  const text = decode(bytes)
  if (deepestNesting(text) > nestingLimit) throw malformed('too-deep', { maximum: nestingLimit })
  const value = parseText(text)
  assertWellFormed(value)
  return { value, bytes }
}

/** Reads a body of any type, counting bytes as they come. Throws `too-large` as soon as the limit is passed. */
export async function readBytes(request: HttpRequest, limitBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw tooLarge(limitBytes)
  const chunks: Uint8Array[] = []
  let received = 0
  for await (const chunk of request.body ?? []) {
    received += chunk.byteLength
    if (received > limitBytes) throw tooLarge(limitBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, received)
}

function assertJsonType(headers: HttpRequestHeaders): void {
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';')
  const charset = parameters.map((parameter) => /^\s*charset="?([^"]*)"?\s*$/.exec(parameter)?.[1]).find(Boolean)
  const encoding = headers.get('content-encoding') ?? 'identity'
  if (type.trim() === 'application/json' && (charset ?? 'utf-8') === 'utf-8' && encoding === 'identity') return
  throw new RegisterError('unsupported-type', 'the body is not application/json in UTF-8')
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw malformed('not-utf8', {}, cause)
  }
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw malformed('not-json', {}, cause)
  }
}

function malformed(reason: string, params: { [name: string]: number } = {}, cause?: unknown): RegisterError {
  return new RegisterError('malformed', `the body is ${reason}`, { reason, params }, { cause })
}

function tooLarge(limitBytes: number): RegisterError {
  return new RegisterError('too-large', 'the body is over its limit', {
    params: { maximum: Math.floor(limitBytes / (1024 * 1024)) },
  })
}
