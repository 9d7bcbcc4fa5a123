import { build } from 'esbuild'
import { root } from './source-files.ts'

/** What each file imports at run time: other files of the repository, and packages or `node:` modules by name. */
export interface ImportGraph {
  [file: string]: { files: string[]; packages: string[] }
}

/** The import graph of the given entry files and all they reach, as the bundler sees it: type-only imports are gone. */
export async function readImportGraph(entryPoints: readonly string[]): Promise<ImportGraph> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entryPoints],
    outdir: '.build/graph',
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    metafile: true,
    loader: { '.css': 'empty', '.svg': 'empty', '.woff2': 'empty' },
    logLevel: 'silent',
  })
  const inputs = Object.entries(metafile.inputs)
  return Object.fromEntries(
    inputs.map(([file, { imports }]) => {
      const files = imports.filter((one) => !one.external).map((one) => one.path)
      const packages = imports.filter((one) => one.external).map((one) => one.path)
      return [file, { files: [...new Set(files)], packages: [...new Set(packages)] }]
    }),
  )
}

/** One cycle of the graph as a path of files, or undefined. */
export function findCycle(graph: ImportGraph): string[] | undefined {
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return undefined
    for (const next of graph[file]?.files ?? []) {
      const cycle = visit(next, [...path, file])
      if (cycle) return cycle
    }
    done.add(file)
    return undefined
  }
  for (const file of Object.keys(graph)) {
    const cycle = visit(file, [])
    if (cycle) return cycle
  }
  return undefined
}
