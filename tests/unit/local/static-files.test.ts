import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toResponse } from '../../../functions/http/message.ts'
import { readStaticFiles, type StaticFiles } from '../../../functions/local/static-files.ts'

const shell = '<!doctype html><html lang="sv"></html>'
const script = 'console.log("hej")\n'.repeat(50)

let directory: string
let files: StaticFiles

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'forteckna-static-'))
  mkdirSync(join(directory, 'assets'))
  writeFileSync(join(directory, 'index.html'), shell)
  writeFileSync(join(directory, 'favicon.svg'), '<svg/>')
  writeFileSync(join(directory, 'assets/app-1A2B.js'), script)
  writeFileSync(join(directory, 'assets/style-3C.css'), 'p{}')
  writeFileSync(join(directory, 'assets/font-4D.woff2'), 'font')
  files = readStaticFiles(directory)
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function get(path: string, headers: { [name: string]: string } = {}, method = 'GET') {
  const answer = files.respond(new Request(`http://localhost${path}`, { method, headers }))
  return answer && toResponse(answer)
}

describe('the address of a page', () => {
  test.each(['/', '/registret', '/anmal/act_1/b', '/sok?q=journal', '/apiary'])(
    '%s answers the shell',
    async (path) => {
      const response = get(path)
      expect(await response?.text()).toBe(shell)
      expect(response?.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(response?.headers.get('cache-control')).toBe('no-cache')
      expect(response?.headers.get('content-security-policy')).toContain("script-src 'self'")
      expect(response?.headers.get('content-security-policy')).not.toContain('unsafe')
    },
  )

  test.each([
    '/api',
    '/api/nothing',
    '/assets/gone-9.js',
    '/assets',
    '/robots.txt',
    '/../package.json',
    '/.data/x.sqlite',
  ])('%s is none', (path) => {
    expect(get(path)).toBeUndefined()
  })

  test('takes no change', () => {
    expect(get('/', {}, 'POST')).toBeUndefined()
  })
})

describe('a file', () => {
  test('with a hash in its name may be kept for ever, others not', () => {
    expect(get('/assets/app-1A2B.js')?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(get('/favicon.svg')?.headers.get('cache-control')).toBe('no-cache')
  })

  test.each([
    ['br', (body: Buffer) => brotliDecompressSync(body)],
    ['gzip', (body: Buffer) => gunzipSync(body)],
  ])('is sent as %s to who takes that', async (encoding, decompress) => {
    const response = get('/assets/app-1A2B.js', { 'Accept-Encoding': `identity, ${encoding};q=0.5` })
    const body = Buffer.from(await response!.arrayBuffer())
    expect(response?.headers.get('content-encoding')).toBe(encoding)
    expect(response?.headers.get('content-length')).toBe(String(body.length))
    expect(response?.headers.get('vary')).toBe('Accept-Encoding')
    expect(decompress(body).toString()).toBe(script)
  })

  test.each(['', 'identity', 'br;q=0, gzip;q=0.0', 'brotli'])('is sent as it is to who says "%s"', async (accepted) => {
    const response = get('/assets/app-1A2B.js', { 'Accept-Encoding': accepted })
    expect(response?.headers.get('content-encoding')).toBeNull()
    expect(await response?.text()).toBe(script)
  })

  test('that is compressed already is sent as it is', () => {
    expect(get('/assets/font-4D.woff2', { 'Accept-Encoding': 'br' })?.headers.get('content-encoding')).toBeNull()
  })

  test('that the browser has is not sent again', async () => {
    const etag = get('/')?.headers.get('etag') ?? ''
    const response = get('/', { 'If-None-Match': `"other", W/${etag}` })
    expect(response?.status).toBe(304)
    expect(await response?.text()).toBe('')
    expect(get('/', { 'If-None-Match': '"other"' })?.status).toBe(200)
  })
})

test('the style sheets are known by their addresses', () => {
  expect(files.stylesheets).toEqual(['/assets/style-3C.css'])
})
