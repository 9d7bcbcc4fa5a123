import { join } from 'node:path'
import { build } from 'esbuild'
import { bundleFunction, functionOptions } from '../../infra/bundle-function.ts'
import { type Invocation, invoke } from '../support/invoke.ts'
import { makeTemporaryDirectory } from '../support/temporary-directory.ts'
import type { Figure } from './figure.ts'

const rounds = 15

/**
 * P1: process start to first 200 of the bundled Lambda against the same endpoint in Express, alternating in one run. Express has the
 * same bundler flags, but not what takes the place of the SDK's credential chain: that is ours.
 */
export async function measure(): Promise<Figure[]> {
  const directory = makeTemporaryDirectory()
  try {
    const bundles = await bundle(directory.path)
    const starts = new Map(bundles.map(([name]) => [name, [] as Invocation[]]))
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, file] of bundles) starts.get(name)!.push(await started(file))
    }
    // The quietest of the runs: what else the machine does only adds.
    const quietest = (name: string, key: 'importMs' | 'totalMs' | 'cpuMs') =>
      Math.min(...starts.get(name)!.map((one) => one[key]))
    const ratio = quietest('processing', 'totalMs') / quietest('express', 'totalMs')
    const cpuRatio = quietest('processing', 'cpuMs') / quietest('express', 'cpuMs')
    const ownImportMs = quietest('processing', 'importMs') - quietest('sdk', 'importMs')
    return [
      { name: 'P1 cold start: process start to first 200', value: quietest('processing', 'totalMs'), unit: 'ms' },
      { name: 'P1 cold start: the same in Express 5 + zod + SDK', value: quietest('express', 'totalMs'), unit: 'ms' },
      { name: 'P1 cold start: ratio', value: ratio, unit: 'x', budget: 0.75 },
      { name: 'P1 cold start: ratio of processor time', value: cpuRatio, unit: 'x' },
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

async function started(file: string): Promise<Invocation> {
  const answer = await invoke(file, '/api/health')
  if (answer.statusCode !== 200) throw new Error(`${file} answered ${answer.statusCode}`)
  return answer
}
