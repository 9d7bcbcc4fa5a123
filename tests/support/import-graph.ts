import { relative, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { root } from './source-files.ts'

/** What each file imports at run time: other files of the repository, and packages or `node:` modules by name. */
export interface ImportGraph {
  [file: string]: { files: string[]; packages: string[] }
}

/** The import graph of these files, as the bundler sees it: type-only imports are gone. */
export async function readImportGraph(files: readonly string[]): Promise<ImportGraph> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...files],
    outdir: '.build/graph',
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    metafile: true,
    plugins: [neighboursStayOutside],
    logLevel: 'silent',
  })
  return Object.fromEntries(
    Object.entries(metafile.inputs).map(([file, { imports }]) => {
      const paths = [...new Set(imports.map((one) => one.path))]
      const near = paths.filter((path) => path.startsWith(inside)).map((path) => path.slice(inside.length))
      return [file, { files: near, packages: paths.filter((path) => !path.startsWith(inside)) }]
    }),
  )
}

const inside = 'repository:'

/** Each file is looked at alone: what it imports is named, not read. */
const neighboursStayOutside: Plugin = {
  name: 'neighbours stay outside',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind === 'entry-point') return undefined
      return { path: inside + relative(root, resolve(resolveDir, path)).replaceAll('\\', '/'), external: true }
    })
  },
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
