import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dataFileName } from '../../functions/local/data-store.ts'
import { openBenchProduct } from './bench-product.ts'
import { makeTemporaryDirectory } from './temporary-directory.ts'

const root = join(import.meta.dirname, '../..')

/** A data directory with the demo register and so many whole assets, each saved through the engine. */
export interface FilledRegister {
  path: string
  /** Takes the directory away, unless it is kept. */
  remove(): void
}

/** Kept as `load-<assets>` in `BENCH_ASSETS_DIR` for the next run, where that is set. */
export async function openFilledRegister(assets: number): Promise<FilledRegister> {
  const kept = process.env['BENCH_ASSETS_DIR']
  const directory = kept ? { path: join(kept, `load-${assets}`), remove: () => {} } : makeTemporaryDirectory()
  if (existsSync(join(directory.path, dataFileName))) return directory
  await (await openBenchProduct(directory.path, async () => {})).close()
  const env = { ...process.env, DATA_DIR: directory.path }
  execFileSync(process.execPath, ['functions/demo-assets.ts', String(assets)], { cwd: root, env, stdio: 'ignore' })
  return directory
}
