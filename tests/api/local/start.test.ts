import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../../support/free-port.ts'
import { type LocalProcess, startLocal } from '../../support/local-server.ts'
import { makeTemporaryDirectory } from '../../support/temporary-directory.ts'

const directory = makeTemporaryDirectory()
const DATA_DIR = join(directory.path, 'data')

afterAll(() => directory.remove())

describe('the local server', { timeout: 60_000 }, () => {
  let port: number
  let server: LocalProcess
  beforeAll(async () => {
    port = await freePort()
    server = startLocal(port, { DATA_DIR })
    await server.ready()
  }, 60_000)
  afterAll(() => server.child.kill('SIGKILL'))

  test('says where it keeps its data before it is ready', () => {
    const [first] = server.output().split('\n')
    expect(first).toBe(`Data is kept in ${DATA_DIR}`)
  })

  test('secures every answer, also those of the identity provider', async () => {
    for (const path of [
      '/api/health',
      '/api/nothing',
      '/nothing',
      '/oidc/.well-known/openid-configuration',
      '/oidc/nothing',
    ]) {
      const { headers } = await fetch(`http://localhost:${port}${path}`)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('strict-transport-security')).toContain('max-age')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })

  test.each([
    ['announced', { 'Content-Length': String(2 * 1024 * 1024) }],
    ['in chunks', { 'Transfer-Encoding': 'chunked' }],
  ])('answers a body of 2 MB, %s, without taking it all in', async (_, length) => {
    const headers = { 'Content-Type': 'application/json', Origin: `http://localhost:${port}`, ...length }
    const sent = request({ port, host: 'localhost', method: 'PUT', path: '/api/session', headers })
    sent.on('error', () => {})
    const answered = once(sent, 'response')
    for (let count = 0; count < 32; count++) sent.write('x'.repeat(64 * 1024))
    sent.end()
    const [response] = await answered
    response.resume()
    expect([401, 413]).toContain(response.statusCode)
    expect((await fetch(`http://localhost:${port}/api/health`)).status).toBe(200)
  })

  test('survives what is not HTTP', async () => {
    for (const garbage of [
      '\u0016\u0003\u0001',
      'GET\r\n\r\n',
      'GET /api/health HTTP/1.1\r\nHost: a\r\nHost: b\r\nX: \u0000\r\n\r\n',
    ]) {
      const socket = connect(port, 'localhost')
      socket.on('error', () => {})
      socket.end(garbage)
      socket.resume()
      await once(socket, 'close')
    }
    expect((await fetch(`http://localhost:${port}/api/health`)).status).toBe(200)
  })

  test('says so when its port is taken, without a stack', async () => {
    const second = startLocal(port, { DATA_DIR })
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`)
    expect(second.output()).not.toMatch(/^\s+at /m)
  })

  test('ends cleanly at SIGTERM', async () => {
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
  })
})

test.each([
  ['a port that is none', { PORT: 'http' }, 'PORT is no port: http'],
  ['a time that is none', { CLOCK: 'tomorrow' }, 'CLOCK is no RFC 3339 time: tomorrow'],
  ['a data directory that is a file', { DATA_DIR: join(directory.path, 'file') }, 'DATA_DIR cannot be written'],
])('the local server does not start with %s, and says why', { timeout: 60_000 }, async (_, environment, sentence) => {
  writeFileSync(join(directory.path, 'file'), '')
  const server = startLocal(await freePort(), { DATA_DIR, ...environment })
  expect(await server.ended).toBe(1)
  expect(server.output()).toContain(sentence)
  expect(server.output()).not.toMatch(/^\s+at /m)
})
