import type { Metafile } from 'esbuild'
import { readdirSync, readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Page } from '../../web/router/page.ts'

export interface PageWeight {
  path: string
  /** Script, gzip, in KB of 1024 bytes. */
  scriptKb: number
  /** As sent (brotli): script, the words of one language, style, the text font, the icons and the shell. */
  allKb: number
}

export interface PageBundle extends PageWeight {
  /** Sources that the page or a part of it imports, and all that these import. */
  files: string[]
}

/** What a first visit to each page loads, from what the bundler wrote; of parts that a page loads by choice, the heaviest. */
export function pageWeights(pages: readonly Page[], metafile: Metafile, root: string, outDir: string): PageBundle[] {
  const outputs = metafile.outputs
  const entry = (source: string): string => {
    const found = Object.entries(outputs).find(([, output]) => output.entryPoint === source)
    if (!found) throw new Error(`no output for ${source}`)
    return found[0]
  }
  const closure = (from: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(from)) return seen
    seen.add(from)
    for (const part of outputs[from]!.imports) if (part.kind === 'import-statement') closure(part.path, seen)
    return seen
  }
  const besides = Object.keys(outputs).filter((path) =>
    /style-.*css$|sans-3-latin-wght-normal.*woff2$|\.svg$/.test(path),
  )
  const assets = readdirSync(join(outDir, 'assets'))
  const wordsOf = (topic: string): string => {
    const name = assets.find((file) => file.startsWith(`${topic}-sv-`))
    if (!name) throw new Error(`no words for ${topic}`)
    return join(outDir, 'assets', name)
  }
  const sheetAt = (name: string): string => entry(`web/styles/${name}.css`)
  return pages.map(({ path, topics: names, load, sheets }) => {
    const texts = [...new Set([...names, 'shell', 'parts'])].map(wordsOf)
    const page = entry(sourceOf(load, 'web/router'))
    const base = [entry('web/app.tsx'), page].flatMap((start) => [...closure(start)])
    const later = outputs[page]!.imports.filter((part) => part.kind === 'dynamic-import').map((part) => part.path)
    const variants = ['', ...later].map((part) => [...new Set([...base, ...(part ? closure(part) : [])])])
    const others = [...besides, ...sheets.map(sheetAt), join(outDir, 'index.html'), ...texts]
    const total = (paths: readonly string[], size: (path: string) => number): number =>
      paths.reduce((sum, file) => sum + size(isAbsolute(file) ? file : join(root, file)), 0)
    return {
      path,
      files: [...sourcesFrom(['web/app.tsx', ...[page, ...later].map((part) => outputs[part]!.entryPoint!)], metafile)],
      scriptKb: kb(Math.max(...variants.map((paths) => total(paths, gzipped)))),
      allKb: kb(Math.max(...variants.map((paths) => total([...paths, ...others], sent)))),
    }
  })
}

/** Sources with all that they import; what the build adds to bring files together is named by its whole path. */
function sourcesFrom(starts: readonly string[], { inputs }: Metafile): Set<string> {
  const found = new Set(starts)
  for (const source of found)
    for (const { path, kind, original } of inputs[source]?.imports ?? [])
      if (kind === 'import-statement' && original?.startsWith('.')) found.add(path)
  return found
}

/** The file that a function imports, from its own source text. */
function sourceOf(load: () => unknown, from: string): string {
  const found = /import\w*\(\s*["'`]([^"'`]+)["'`]/.exec(String(load))?.[1]
  if (!found) throw new Error(`no import in ${String(load)}`)
  return found.startsWith('.') ? join(from, found) : found.replace(/^\//, '')
}

const known = new Map<string, number>()

function once(key: string, size: () => number): number {
  if (!known.has(key)) known.set(key, size())
  return known.get(key)!
}

function gzipped(path: string): number {
  return once(`gzip ${path}`, () => gzipSync(readFileSync(path)).length)
}

/** As the local server and the CDN send it; a font is compressed already. */
function sent(path: string): number {
  return once(`sent ${path}`, () => {
    const plain = readFileSync(path)
    if (path.endsWith('.woff2')) return plain.length
    return brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length
  })
}

function kb(count: number): number {
  return Math.round(count / 102.4) / 10
}
