import type { Metafile } from 'esbuild'
import { join } from 'node:path'
import { bundleWeb } from '../../infra/build-web.ts'
import { bundleFunction } from '../../infra/bundle-function.ts'
import { makeTemporaryDirectory } from './temporary-directory.ts'

const { path, remove } = makeTemporaryDirectory()
process.once('exit', remove)
const made = new Map<string, Promise<Metafile>>()

/** Where `bundledFunction` puts each function, in a folder of its name. */
export const functionsFolder = join(path, 'functions')
/** Where `bundledWeb` puts the web. */
export const webFolder = join(path, 'web')

/** What the bundle of a function holds, made once for all test files of a worker. */
export function bundledFunction(service: string): Promise<Metafile> {
  return once(service, () => bundleFunction(service, functionsFolder))
}

/** What the bundle of the web holds, made once for all test files of a worker. */
export function bundledWeb(): Promise<Metafile> {
  return once('', () => bundleWeb(webFolder))
}

function once(name: string, make: () => Promise<Metafile>): Promise<Metafile> {
  const known = made.get(name) ?? make()
  made.set(name, known)
  return known
}
