import { describe, expect, test } from 'vitest'
import { toResponse } from '../../../functions/http/message.ts'
import { type Problem, problemAnswer } from '../../../functions/http/problem.ts'
import { RegisterError } from '../../../functions/register/errors.ts'
import { LimitExceeded, OutcomeUnknown, StoreBusy } from '../../../functions/store/store.ts'

const told = { requestId: 'req_1', language: 'sv' } as const

async function responseTo(error: unknown, more: object = {}): Promise<Response> {
  return toResponse(await problemAnswer(error, { ...told, ...more }))
}

async function problemOf(error: unknown, more: object = {}): Promise<Problem> {
  return (await (await responseTo(error, more)).json()) as Problem
}

describe('a problem', () => {
  test('is told in the language of the caller', async () => {
    const error = new RegisterError('not-found', 'no activity act_1')
    expect(await problemOf(error)).toMatchObject({ title: 'Finns inte', code: 'not-found', status: 404 })
    expect(await problemOf(error, { language: 'en' })).toMatchObject({ title: 'Not found' })
  })

  test('never holds the message, which is for the log', async () => {
    const response = await responseTo(new RegisterError('forbidden', 'canary per_42'))
    expect(await response.text()).not.toContain('canary')
  })

  test('says the reason rather than the code where there is one', async () => {
    const error = new RegisterError('malformed', '', { reason: 'query-unknown', params: { name: 'färg' } })
    expect((await problemOf(error)).detail).toBe('Parametern färg finns inte för den här adressen.')
  })

  test('falls back on the code for a reason without a sentence', async () => {
    const error = new RegisterError('malformed', '', { reason: 'nobody-has-written-this' })
    expect((await problemOf(error)).detail).toBe('Begäran har inte den form som API:et tar emot.')
  })

  test('words each faulty field, in the service words before the general ones', async () => {
    const error = new RegisterError('invalid', '', {
      errors: [
        { pointer: '/name', code: 'too-long', params: { maximum: 120 } },
        { pointer: '/parentId', code: 'circle' },
        { pointer: '/x', code: 'nobody-has-written-this' },
      ],
    })
    const sentences = {
      field: ({ code }: { code: string }) => (code === 'circle' ? 'Enheten ligger under sig själv.' : undefined),
    }
    expect((await problemOf(error, { sentences })).errors).toEqual([
      { pointer: '/name', code: 'too-long', params: { maximum: 120 }, detail: 'Texten är för lång, högst 120 tecken.' },
      { pointer: '/parentId', code: 'circle', detail: 'Enheten ligger under sig själv.' },
      { pointer: '/x', code: 'nobody-has-written-this', detail: 'Rätta de uppgifter som pekas ut och försök igen.' },
    ])
  })

  test('words what a transition lacks', async () => {
    const missing = [{ pointer: '/purposes', rule: 'B1', source: 'DSF 30.1 b' }]
    const error = new RegisterError('transition-refused', '', { missing })
    const sentences = { missing: () => 'Ange ändamålet.' }
    expect((await problemOf(error, { sentences })).missing).toEqual([{ ...missing[0], detail: 'Ange ändamålet.' }])
    expect((await problemOf(error)).missing?.[0]?.detail).toBe('Uppgiften måste finnas.')
  })

  test('of an unexpected error tells the request id and nothing else', async () => {
    const response = await responseTo(new TypeError('canary: x is undefined'))
    expect(response.status).toBe(500)
    const problem = (await response.json()) as Problem
    expect(problem).toEqual({
      type: 'urn:forteckna:problem:unexpected',
      title: 'Något gick fel hos oss',
      status: 500,
      detail: 'Felet är noterat. Ange req_1 om du kontaktar supporten.',
      code: 'unexpected',
      requestId: 'req_1',
    })
  })

  test.each([
    [new StoreBusy('throttled'), 503],
    [new OutcomeUnknown('time-out'), 503],
    [new LimitExceeded('101 writes'), 422],
  ])('of the store, %s, is answered %i', async (error, status) => {
    const response = await responseTo(error)
    expect(response.status).toBe(status)
    expect(response.headers.get('Retry-After')).toBe(status === 503 ? '2' : null)
  })

  test('of a wrong method says which are right', async () => {
    const error = new RegisterError('method-not-allowed', '', { allow: ['GET', 'HEAD'] })
    expect((await responseTo(error)).headers.get('Allow')).toBe('GET, HEAD')
  })
})
