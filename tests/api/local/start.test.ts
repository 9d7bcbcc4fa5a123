import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { createServer, connect } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTemporaryDirectory } from '../../support/temporary-directory.ts'

const root = join(import.meta.dirname, '../../..')
const directory = makeTemporaryDirectory()

interface Started {
  child: ChildProcess
  output(): string
  /** Resolves with the exit code when the process has ended. */
  ended: Promise<number | null>
}

function start(environment: { [name: string]: string }): Started {
  const env = { ...process.env, WEB: '0', DEMO: '0', DATA_DIR: join(directory.path, 'data'), ...environment }
  const child = spawn(process.execPath, ['functions/local.ts'], { cwd: root, env })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return { child, output: () => text, ended }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

afterAll(() => directory.remove())

describe('the local server', { timeout: 60_000 }, () => {
  let port: number
  let server: Started
  beforeAll(async () => {
    port = await freePort()
    server = start({ PORT: String(port) })
    await until(() => server.output().includes(`Förteckna is ready on http://localhost:${port}\n`))
  }, 60_000)
  afterAll(() => server.child.kill('SIGKILL'))

  test('says where it keeps its data before it is ready', () => {
    const [first] = server.output().split('\n')
    expect(first).toBe(`Data is kept in ${join(directory.path, 'data')}`)
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
    const second = start({ PORT: String(port) })
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
  const server = start({ PORT: String(await freePort()), ...environment })
  expect(await server.ended).toBe(1)
  expect(server.output()).toContain(sentence)
  expect(server.output()).not.toMatch(/^\s+at /m)
})
