import type { Metafile } from 'esbuild'

type Outputs = Metafile['outputs']
type Files = ReadonlySet<string>

/** The files that are there when each entry of a split bundle runs: those it imports, and those that all who open it have. */
export function loadedBy(outputs: Outputs): Map<string, Files> {
  const entries = Object.keys(outputs).filter((path) => path.endsWith('.js') && outputs[path]!.entryPoint)
  const own = new Map<string, Files>(entries.map((path) => [path, importedBy(path, outputs)]))
  const opened = new Map(entries.map((path) => [path, openedBy(own.get(path)!, outputs)]))
  const openers = new Map(entries.map((path) => [path, entries.filter((each) => opened.get(each)!.has(path))]))
  const everything = new Set(Object.keys(outputs))
  let loaded = new Map(entries.map((path) => [path, openers.get(path)!.length > 0 ? everything : own.get(path)!]))
  for (let size = 0, before = -1; size !== before;) {
    const inAll = (paths: readonly string[]): Files =>
      paths.map((path) => loaded.get(path)!).reduce((all, files) => new Set([...all].filter((file) => files.has(file))))
    loaded = new Map(
      entries.map((path) => {
        const by = openers.get(path)!
        return [path, by.length > 0 ? new Set([...own.get(path)!, ...inAll(by)]) : own.get(path)!]
      }),
    )
    before = size
    size = [...loaded.values()].reduce((sum, files) => sum + files.size, 0)
  }
  return new Map(entries.map((path) => [outputs[path]!.entryPoint!, loaded.get(path)!]))
}

/** A file with all that it imports, and all that these import. */
export function importedBy(path: string, outputs: Outputs, seen = new Set<string>()): Files {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const part of outputs[path]!.imports) if (part.kind === 'import-statement') importedBy(part.path, outputs, seen)
  return seen
}

/** The entries that some files may ask for later. */
function openedBy(files: Files, outputs: Outputs): Files {
  const parts = [...files].flatMap((file) => outputs[file]!.imports)
  return new Set(parts.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => path))
}
