import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sendImport } from '../../../../web/intake/send-import.ts'

let asked: string[]
/** What the server says, by method and path; a list is said one after the other. */
let answers: { [asked: string]: [status: number, body?: object] | [status: number, body?: object][] }

beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', async (address: string, { method = 'GET' }: RequestInit = {}) => {
    const what = `${method} ${address.split('?')[0]}`
    asked.push(what)
    const found = answers[what]
    const said = Array.isArray(found?.[0]) ? (found as [number, object?][]).shift() : found
    const [status, body] = (said ?? [404, {}]) as [number, object?]
    return new Response(JSON.stringify(body ?? {}), { status, headers: { 'Content-Type': 'application/json' } })
  })
})
afterEach(() => vi.unstubAllGlobals())

const file = new File(['a;b\n1;2\n'], 'fil.csv')
const at = (address: string) => ({
  id: 'imp_1',
  upload: { address, headers: { 'content-type': 'application/octet-stream' } },
})

describe('a file that is sent', () => {
  it('goes to the service itself where that takes it', async () => {
    answers = { 'POST /api/imports/upload': [201, {}], 'POST /api/imports': [201, { id: 'imp_2' }] }
    expect(await sendImport('equipment', 'sccm', file)).toBe('imp_2')
    expect(asked).toEqual(['POST /api/imports/upload', 'POST /api/imports'])
  })

  it('goes to the address it was given, and the service is told', async () => {
    answers = {
      'POST /api/imports/upload': [201, at('https://files.example/1')],
      'PUT https://files.example/1': [200],
      'POST /api/imports/imp_1/uploaded': [202, {}],
    }
    expect(await sendImport('equipment', 'sccm', file)).toBe('imp_1')
    expect(asked.at(-1)).toBe('POST /api/imports/imp_1/uploaded')
  })

  it('goes to a new address when the time of the first is out', async () => {
    answers = {
      'POST /api/imports/upload': [201, at('https://files.example/1')],
      'PUT https://files.example/1': [403],
      'POST /api/imports/imp_1/upload': [201, at('https://files.example/2')],
      'PUT https://files.example/2': [200],
      'POST /api/imports/imp_1/uploaded': [202, {}],
    }
    expect(await sendImport('equipment', 'sccm', file)).toBe('imp_1')
  })

  it('is not said to have come when no address takes it', async () => {
    answers = {
      'POST /api/imports/upload': [201, at('https://files.example/1')],
      'PUT https://files.example/1': [403],
      'POST /api/imports/imp_1/upload': [201, at('https://files.example/1')],
    }
    await expect(sendImport('equipment', 'sccm', file)).rejects.toMatchObject({ status: 503 })
    expect(asked).not.toContain('POST /api/imports/imp_1/uploaded')
  })
})
