import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Core } from '../../functions/core.ts'
import { dataFileName } from '../../functions/local/data-store.ts'
import { demoUnits, fillAssets } from './bench-assets.ts'
import { openBenchProduct } from './bench-product.ts'
import { makeTemporaryDirectory } from './temporary-directory.ts'

const root = join(import.meta.dirname, '../..')

/** A data directory with the demo register and so many assets. */
export interface FilledRegister {
  path: string
  /** Takes the directory away, unless it is kept. */
  remove(): void
}

/**
 * Assets that are whole records, each saved through the engine; or only the rows that lists and searches read, which are there sooner.
 * Kept as `load-<assets>` or `<assets>` in `BENCH_ASSETS_DIR` for the next run, where that is set.
 */
export async function openFilledRegister(assets: number, filling: 'records' | 'rows'): Promise<FilledRegister> {
  const kept = process.env['BENCH_ASSETS_DIR']
  const directory = kept
    ? { path: join(kept, filling === 'records' ? `load-${assets}` : String(assets)), remove: () => {} }
    : makeTemporaryDirectory()
  if (existsSync(join(directory.path, dataFileName))) return directory
  const addRows = async (core: Core) => fillAssets(core, assets, await demoUnits(core))
  await (await openBenchProduct(directory.path, filling === 'rows' ? addRows : undefined)).close()
  if (filling === 'rows') return directory
  const env = { ...process.env, DATA_DIR: directory.path }
  execFileSync(process.execPath, ['functions/demo-assets.ts', String(assets)], { cwd: root, env, stdio: 'ignore' })
  return directory
}
