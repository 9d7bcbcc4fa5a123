import type { Loader, Plugin } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { extname, join, relative } from 'node:path'

/** Lets some sources import others besides what they say; both are told by their path in the repository. */
export function besideImports(root: string, imports: ReadonlyMap<string, readonly string[]>): Plugin {
  return {
    name: 'beside-imports',
    setup({ onLoad, initialOptions }) {
      initialOptions.logOverride = { 'ignored-bare-import': 'silent' }
      onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        const others = imports.get(relative(root, path))
        if (!others) return undefined
        const lines = others.map((other) => `import ${JSON.stringify(join(root, other))}`)
        const contents = [await readFile(path, 'utf8'), ...lines].join('\n')
        return { contents, loader: extname(path).slice(1) as Loader }
      })
    },
  }
}
