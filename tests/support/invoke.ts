import { execFile } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

// `performance.now()` counts from the start of the process, so it holds the whole cold start.
const child = `
const cpuMs = () => (process.cpuUsage().user + process.cpuUsage().system) / 1000
const [before, cpuBefore] = [performance.now(), cpuMs()]
const { handler } = await import(process.argv[1])
const [importMs, importCpuMs] = [performance.now() - before, cpuMs() - cpuBefore]
const path = process.argv[2]
const context = { http: { method: 'GET', path, sourceIp: '192.0.2.1' }, requestId: 'r', domainName: 'localhost', stage: '$default' }
const event = { version: '2.0', rawPath: path, rawQueryString: '', headers: { host: 'localhost', 'x-cdn-key': process.argv[3] }, requestContext: context, isBase64Encoded: false }
const answer = await handler(event, {})
process.stdout.write('\\n' + JSON.stringify({ ...answer, importMs, importCpuMs, totalMs: performance.now(), cpuMs: cpuMs(), builtIns: process.moduleLoadList }))
process.exit(0)
`

/** The environment that the stack gives a function, with values that reach nothing. */
export const functionEnvironment = {
  AWS_REGION: 'eu-north-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  TABLE_NAME: 'records',
  FILES_BUCKET: 'files',
  IMPORT_QUEUE_URL: 'https://localhost/queue',
  ORIGIN: 'https://localhost',
  CDN_KEYS: 'local-key-of-32-characters-or-more',
  OIDC_ISSUER: 'https://localhost/oidc',
  OIDC_PERSON_CLAIM: 'sub',
  OIDC_CLIENT_ID: 'forteckna',
  OIDC_CLIENT_SECRET: 'local',
  OIDC_PROVIDER_NAME: 'Test',
}

export interface Invocation {
  statusCode: number
  body: string
  /** Milliseconds to import the bundle, and from the start of the process to the answer. */
  importMs: number
  importCpuMs: number
  totalMs: number
  /** Processor time of all of it, which what else the machine does hardly touches. */
  cpuMs: number
  /** What of Node itself was loaded, e.g. `NativeModule internal/deps/undici/undici`. */
  builtIns: string[]
}

/** Starts a bundled handler in a process of its own and sends it one GET as the HTTP API does, with the key that the CDN bears. */
export async function invoke(file: string, path: string, key = functionEnvironment.CDN_KEYS): Promise<Invocation> {
  const args = ['--input-type=module', '-e', child, pathToFileURL(file).href, path, key]
  const { stdout } = await run(process.execPath, args, { env: { PATH: process.env.PATH, ...functionEnvironment } })
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n')))
}
