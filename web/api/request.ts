import { Problem, isPassing, problemOf } from './problem.ts'

export interface Answer<T> {
  data: T
  etag?: string
  location?: string
}

export interface SendOptions {
  /** The revision that this change builds on. */
  ifMatch?: string | number
  /** Makes a repeat of the same creation harmless. */
  idempotencyKey?: string
  signal?: AbortSignal
}

const pauseMs = [400, 1500]
const asking = new Map<string, Promise<Answer<unknown>>>()
let signedOut: () => void = () => {}
let answeredAt = Date.now()

/** Called whenever an answer says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener
}

/** Tells the page that nobody is signed in any more. */
export function tellSignedOut(): void {
  signedOut()
}

/** When the server last answered, in milliseconds since 1970. */
export function lastAnswerMs(): number {
  return answeredAt
}

/**
 * Reads one address. The same question asked twice at once is sent once; a lost network is tried twice more.
 * @throws Problem
 */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await getAnswer<T>(path, signal)).data
}

/** As getJson, with the ETag. */
export async function getAnswer<T>(path: string, signal?: AbortSignal): Promise<Answer<T>> {
  if (signal) return retrying(() => once<T>(path, { signal }))
  const same = asking.get(path) as Promise<Answer<T>> | undefined
  if (same) return same
  const question = retrying(() => once<T>(path, {})).finally(() => asking.delete(path))
  asking.set(path, question)
  return question
}

/**
 * Sends a body. Tried again only when that is harmless: with an Idempotency-Key.
 * @throws Problem
 */
export async function sendJson<T>(
  method: 'POST' | 'PUT',
  path: string,
  body: unknown,
  options: SendOptions = {},
): Promise<Answer<T>> {
  const headers: { [name: string]: string } = { 'Content-Type': 'application/json' }
  if (options.ifMatch !== undefined) headers['If-Match'] = `"${options.ifMatch}"`
  if (options.idempotencyKey !== undefined) headers['Idempotency-Key'] = options.idempotencyKey
  const send = (): Promise<Answer<T>> =>
    once<T>(path, {
      method,
      headers,
      body: JSON.stringify(body),
      ...(options.signal ? { signal: options.signal } : {}),
    })
  return options.idempotencyKey === undefined ? send() : retrying(send)
}

async function retrying<T>(send: () => Promise<T>): Promise<T> {
  for (const ms of pauseMs) {
    try {
      return await send()
    } catch (error) {
      if (!isPassing(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, ms))
    }
  }
  return send()
}

async function once<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  let response: Response
  try {
    response = await fetch(path, {
      credentials: 'same-origin',
      ...init,
      headers: { Accept: 'application/json', ...init.headers },
    })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new Problem({ status: 0, code: 'offline', title: String(cause) })
  }
  answeredAt = Date.now()
  if (response.status === 401) signedOut()
  if (!response.ok) throw await problemOf(response)
  const text = await response.text()
  const etag = response.headers.get('ETag')?.replace(/^W\//, '').replaceAll('"', '')
  return {
    data: (text ? JSON.parse(text) : undefined) as T,
    ...(etag === undefined ? {} : { etag }),
    ...(response.headers.get('Location') ? { location: response.headers.get('Location')! } : {}),
  }
}
