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
    const starts = new Map(bundles.map(({ name }) => [name, [] as Invocation[]]))
    for (let round = 0; round < rounds; round += 1) {
      for (const bundle of bundles) starts.get(bundle.name)!.push(await started(bundle))
    }
    // The quietest of the runs: what else the machine does only adds.
    const quietest = (name: string, key: 'importMs' | 'importCpuMs' | 'totalMs' | 'cpuMs') =>
      Math.min(...starts.get(name)!.map((one) => one[key]))
    const ratio = quietest('processing', 'totalMs') / quietest('express', 'totalMs')
    const registerRatio = quietest('register', 'totalMs') / quietest('express', 'totalMs')
    const cpuRatio = quietest('processing', 'cpuMs') / quietest('express', 'cpuMs')
    const ownImport = (key: 'importMs' | 'importCpuMs') => quietest('processing', key) - quietest('sdk', key)
    return [
      { name: 'P1 cold start: process start to first 200', value: quietest('processing', 'totalMs'), unit: 'ms' },
      { name: 'P1 cold start: the same in Express 5 + zod + SDK', value: quietest('express', 'totalMs'), unit: 'ms' },
      { name: 'P1 cold start: ratio', value: ratio, unit: 'x', budget: 0.75 },
      { name: 'P1 cold start: ratio of processor time', value: cpuRatio, unit: 'x' },
      { name: 'P1 cold start: ratio when the register is asked', value: registerRatio, unit: 'x', budget: 0.75 },
      { name: 'P1 import of everything but the SDK', value: ownImport('importMs'), unit: 'ms', budget: 25 },
      { name: 'P1 the same in processor time', value: ownImport('importCpuMs'), unit: 'ms', budget: 25 },
    ]
  } finally {
    directory.remove()
  }
}

interface Started {
  name: string
  file: string
  path: string
  status: number
}

async function bundle(folder: string): Promise<Started[]> {
  const [health, file] = ['/api/health', join(folder, 'processing', 'index.mjs')]
  await bundleFunction('processing', folder)
  const references = ['express', 'sdk'].map(async (name) => {
    const outfile = join(folder, name, 'index.mjs')
    const entryPoints = [`tests/bench/${name}-reference.ts`]
    await build({ ...functionOptions, ...(name === 'express' && { alias: {} }), entryPoints, outfile })
    return { name, file: outfile, path: health, status: 200 }
  })
  return [
    { name: 'processing', file, path: health, status: 200 },
    // Everything the service has is loaded before it says that nobody has signed in.
    { name: 'register', file, path: '/api/activities', status: 401 },
    ...(await Promise.all(references)),
  ]
}

async function started({ file, path, status }: Started): Promise<Invocation> {
  const answer = await invoke(file, path)
  if (answer.statusCode !== status) throw new Error(`${file} answered ${answer.statusCode}`)
  return answer
}
