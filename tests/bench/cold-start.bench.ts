import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { bundleFunction, functionOptions } from '../../infra/bundle-function.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'
import type { Figure } from './figure.ts'

const rounds = 15
const run = promisify(execFile)

// `performance.now()` counts from the start of the process, so it holds the whole cold start.
const child = `
const before = performance.now()
const { handler } = await import(process.argv[1])
const imported = performance.now()
const context = { http: { method: 'GET', path: '/api/health', sourceIp: '192.0.2.1' }, requestId: 'r', domainName: 'localhost', stage: '$default' }
const event = { version: '2.0', rawPath: '/api/health', rawQueryString: '', headers: { host: 'localhost' }, requestContext: context, isBase64Encoded: false }
const { statusCode } = await handler(event, {})
process.stdout.write(JSON.stringify({ statusCode, importMs: imported - before, totalMs: performance.now() }))
process.exit(0)
`
const env = {
  PATH: process.env.PATH,
  AWS_REGION: 'eu-north-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  TABLE_NAME: 'records',
  ORIGIN: 'https://localhost',
  OIDC_ISSUER: 'https://localhost/oidc',
  OIDC_CLIENT_ID: 'forteckna',
  OIDC_CLIENT_SECRET: 'local',
}

interface Start {
  statusCode: number
  importMs: number
  totalMs: number
}

/**
 * P1: process start to first 200 of the bundled Lambda against the same endpoint in Express, alternating in one run. Express has the
 * same bundler flags, but not what takes the place of the SDK's credential chain: that is ours.
 */
export async function measure(): Promise<Figure[]> {
  const directory = makeTemporaryDirectory()
  try {
    const bundles = await bundle(directory.path)
    const starts = new Map(bundles.map(([name]) => [name, [] as Start[]]))
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, file] of bundles) starts.get(name)!.push(await start(file))
    }
    // The quietest of the runs: what else the machine does only adds.
    const quietest = (name: string, key: 'importMs' | 'totalMs') =>
      Math.min(...starts.get(name)!.map((one) => one[key]))
    const ratio = quietest('processing', 'totalMs') / quietest('express', 'totalMs')
    const ownImportMs = quietest('processing', 'importMs') - quietest('sdk', 'importMs')
    return [
      { name: 'P1 cold start: process start to first 200', value: quietest('processing', 'totalMs'), unit: 'ms' },
      { name: 'P1 cold start: the same in Express 5 + zod + SDK', value: quietest('express', 'totalMs'), unit: 'ms' },
      { name: 'P1 cold start: ratio', value: ratio, unit: 'x', budget: 0.75 },
      { name: 'P1 import of everything but the SDK', value: ownImportMs, unit: 'ms', budget: 25 },
    ]
  } finally {
    directory.remove()
  }
}

async function bundle(folder: string): Promise<[string, string][]> {
  await bundleFunction('processing', folder)
  const references = ['express', 'sdk'].map(async (name): Promise<[string, string]> => {
    const outfile = join(folder, name, 'index.mjs')
    const entryPoints = [`tests/bench/${name}-reference.ts`]
    await build({ ...functionOptions, ...(name === 'express' && { alias: {} }), entryPoints, outfile })
    return [name, outfile]
  })
  return [['processing', join(folder, 'processing', 'index.mjs')], ...(await Promise.all(references))]
}

async function start(file: string): Promise<Start> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', child, pathToFileURL(file).href], {
    env,
  })
  const answer = JSON.parse(stdout.slice(stdout.lastIndexOf('{"statusCode"'))) as Start
  if (answer.statusCode !== 200) throw new Error(`${file} answered ${answer.statusCode}`)
  return answer
}
