import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type BuildOptions, type Metafile } from 'esbuild'
import { startInOneFile } from './start-in-one-file.ts'
import { withoutDocumentWords } from './without-document-words.ts'

const root = join(import.meta.dirname, '..')

/** What every bundle for Lambda has in common; ESM output needs `require` for the CommonJS parts of its dependencies. */
export const functionOptions = {
  absWorkingDir: root,
  preserveSymlinks: true,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minify: true,
  charset: 'utf8',
  mainFields: ['module', 'main'],
  alias: {
    '@aws-sdk/credential-provider-node': './infra/function-credentials.ts',
    '@smithy/core/event-streams': './infra/function-event-streams.ts',
    bowser: './infra/function-absent.ts',
  },
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

/**
 * Bundles one service to `<outDir>/<service>/`: `index.mjs` and what it loads only when needed, source maps apart in
 * `<outDir>/maps/<service>`. Answers what is in it.
 */
export async function bundleFunction(service: string, outDir: string): Promise<Metafile> {
  const [folder, maps] = [join(outDir, service), join(outDir, 'maps', service)]
  await Promise.all([folder, maps].map((path) => rm(path, { recursive: true, force: true })))
  const entryPoint = `functions/${service}/lambda.ts`
  const { metafile } = await build({
    ...functionOptions,
    entryPoints: { index: entryPoint },
    outdir: folder,
    splitting: true,
    plugins: [startInOneFile(root, entryPoint), withoutDocumentWords],
    outExtension: { '.js': '.mjs' },
  })
  await mkdir(maps, { recursive: true })
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.map'))) {
    await rename(join(folder, name), join(maps, name))
  }
  return metafile
}
