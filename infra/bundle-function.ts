import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type BuildOptions, type Metafile } from 'esbuild'

const root = join(import.meta.dirname, '..')

/** What every bundle for Lambda has in common; ESM output needs `require` for the CommonJS parts of its dependencies. */
export const functionOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minify: true,
  charset: 'utf8',
  mainFields: ['module', 'main'],
  alias: { '@aws-sdk/credential-provider-node': './infra/function-credentials.ts' },
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  legalComments: 'none',
  sourcemap: 'external',
  metafile: true,
  logLevel: 'warning',
} as const satisfies BuildOptions

/** Names of the services that have a Lambda: folders of `functions/` with a `lambda.ts`. */
export async function listServices(): Promise<string[]> {
  const folders = await readdir(join(root, 'functions'), { withFileTypes: true })
  const names = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return names.filter((name) => existsSync(join(root, 'functions', name, 'lambda.ts'))).sort()
}

/** Bundles one service to `<outDir>/<service>/index.mjs`, its source map apart in `<outDir>/maps`; answers what is in it. */
export async function bundleFunction(service: string, outDir: string): Promise<Metafile> {
  const folder = join(outDir, service)
  await rm(folder, { recursive: true, force: true })
  const outfile = join(folder, 'index.mjs')
  const { metafile } = await build({ ...functionOptions, entryPoints: [`functions/${service}/lambda.ts`], outfile })
  await mkdir(join(outDir, 'maps'), { recursive: true })
  await rename(`${outfile}.map`, join(outDir, 'maps', `${service}.mjs.map`))
  return metafile
}
