import { build, type BuildOptions, type Metafile } from 'esbuild'
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { besideImports } from './beside-imports.ts'
import { gatherChunks } from './gather-chunks.ts'
import { pruneCss } from './prune-css.ts'
import { copyTexts } from './text-files.ts'

const root = join(import.meta.dirname, '..')
/** Style sheets that only some pages need. */
const sheets = Object.fromEntries(
  ['tables', 'lists', 'records', 'suppliers', 'coverage'].map((name) => [name, `web/styles/${name}.css`]),
)

/** Writes the web front end to a directory: `index.html` and hashed files under `assets/`, which may be cached for ever. */
export async function buildWeb(outDir: string): Promise<void> {
  await bundleWeb(outDir)
}

/** As buildWeb, and answers what each output file holds, for the checks of size and contents. */
export async function bundleWeb(outDir: string): Promise<Metafile> {
  await rm(outDir, { recursive: true, force: true })
  await mkdir(join(outDir, 'assets'), { recursive: true })
  const options = optionsFor(outDir)
  const split = await build({ ...options, write: false, entryPoints: { app: 'web/app.tsx' } })
  const { metafile } = await build({
    ...options,
    plugins: [besideImports(root, gatherChunks(split.metafile.outputs))],
  })
  const written = Object.keys(metafile.outputs)
  const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8')
  const scripts = written.filter((path) => path.endsWith('.js'))
  const markup = (await Promise.all([...scripts, 'web/index.html'].map(read))).join()
  const styles = written.filter((path) => path.endsWith('.css'))
  const rules = await Promise.all(styles.map(read))
  for (const [i, path] of styles.entries()) {
    const pruned = pruneCss(rules[i]!, markup, rules.toSpliced(i, 1).join(''))
    // Named by what is left, since that changes with the scripts too.
    const named = path.replace(/[^-]+(?=\.css$)/, createHash('sha256').update(pruned).digest('hex').slice(0, 8))
    await rename(join(root, path), join(root, named))
    await writeFile(join(root, named), pruned)
    metafile.outputs[named] = metafile.outputs[path]!
    delete metafile.outputs[path]
  }
  await copyFile(join(root, 'web/favicon.svg'), join(outDir, 'favicon.svg'))
  await writeFile(join(outDir, 'index.html'), await page(metafile, outDir, copyTexts(root, outDir)))
  return metafile
}

function optionsFor(outDir: string): BuildOptions & { metafile: true } {
  return {
    absWorkingDir: root,
    preserveSymlinks: true,
    entryPoints: { app: 'web/app.tsx', style: 'web/styles/main.css', ...sheets },
    outdir: join(outDir, 'assets'),
    publicPath: '/assets',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    metafile: true,
    target: ['es2022', 'chrome120', 'firefox121', 'safari17.4'],
    conditions: ['style', 'browser', 'module'],
    mainFields: ['module', 'main'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryNames: '[name]-[hash]',
    chunkNames: 'c-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'file' },
    legalComments: 'none',
    logLevel: 'warning',
  }
}

async function page(metafile: Metafile, outDir: string, texts: readonly string[]): Promise<string> {
  const address = (path: string): string => '/' + relative(outDir, join(root, path)).replaceAll('\\', '/')
  const outputs = Object.entries(metafile.outputs)
  const script = outputs.find(([, output]) => output.entryPoint === 'web/app.tsx')
  const style = outputs.find(([, output]) => output.entryPoint === 'web/styles/main.css')
  const besides: readonly string[] = Object.values(sheets)
  const beside = outputs.flatMap(([path, output]) => (besides.includes(output.entryPoint ?? '') ? [address(path)] : []))
  const font = outputs.find(([path]) => /source-sans-3-latin-wght-normal.*woff2$/.test(path))
  if (!script || !style) throw new Error('the web bundle lacks its entry')
  const chunks = script[1].imports.filter((part) => part.kind === 'import-statement').map((part) => part.path)
  const head = [
    ...(font ? [`<link rel="preload" href="${address(font[0])}" as="font" type="font/woff2" crossorigin />`] : []),
    `<link rel="stylesheet" href="${address(style[0])}" />`,
    ...chunks.map((path) => `<link rel="modulepreload" href="${address(path)}" />`),
    ...['shell', 'parts'].map(
      (topic) =>
        `<link rel="preload" href="/assets/${texts.find((name) => name.startsWith(`${topic}-sv-`))}.json" as="fetch" crossorigin />`,
    ),
    `<script type="module" src="${address(script[0])}"></script>`,
  ]
  const template = await readFile(join(root, 'web/index.html'), 'utf8')
  const words = JSON.parse(await readFile(join(root, 'web/text/sv/shell.json'), 'utf8')) as { noScript: string }
  return template
    .replace('<!-- head -->', head.join('\n    '))
    .replace(
      '{icon}',
      `data:image/svg+xml,${encodeURIComponent(await readFile(join(root, 'web/favicon.svg'), 'utf8'))}`,
    )
    .replace('{noScript}', words.noScript)
    .replace('{texts}', texts.join(' '))
    .replace('{styles}', beside.join(' '))
}
