import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Plugin } from 'esbuild'

const namespace = 'later'

/**
 * Keeps what a bundle's entry loads at start in one file. esbuild makes a file for every set of modules that the same entries reach,
 * and each file that a start reads costs a millisecond; so every part that is loaded later is made to reach the whole start as well.
 * @param root  folder that `entryPoint` and the names in the bundle are relative to
 */
export function startInOneFile(root: string, entryPoint: string): Plugin {
  return {
    name: 'start-in-one-file',
    setup: ({ onResolve, onLoad, resolve }) => {
      onResolve({ filter: /./ }, async ({ kind, path, pluginData, ...importer }) => {
        if (kind !== 'dynamic-import' || pluginData === namespace) return undefined
        const found = await resolve(path, { ...importer, kind, pluginData: namespace })
        if (found.external || found.errors.length > 0) return found
        return { path: relative(root, found.path).replaceAll('\\', '/'), namespace, sideEffects: true }
      })
      onLoad({ filter: /./, namespace }, ({ path }) => {
        const [start, part] = [entryPoint, path].map((file) => JSON.stringify(`./${file}`))
        const contents = [`import ${start}`, `export * from ${part}`]
        if (hasDefault(join(root, path))) contents.push(`export { default } from ${part}`)
        return { contents: contents.join('\n'), resolveDir: root }
      })
    },
  }
}

function hasDefault(file: string): boolean {
  return file.endsWith('.json') || /export default|as default|module\.exports/.test(readFileSync(file, 'utf8'))
}
