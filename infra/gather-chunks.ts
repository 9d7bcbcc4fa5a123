import type { Metafile } from 'esbuild'
import { importedBy, loadedBy } from './loaded-by.ts'

type Outputs = Metafile['outputs']

/** About what one more file costs, compressed: its imports and exports, and a dictionary that begins anew. */
const fileBytes = 170
/** Scripts compress to about this share. */
const packedShare = 0.36

/** Sources that lie in one file. */
interface Chunk {
  sources: string[]
  bytes: number
  /** The entries that have it when they run. */
  entries: ReadonlySet<string>
  /** Files of the bundle as it was that lie in it, and all that must be there with it. */
  files: ReadonlySet<string>
  needs: ReadonlySet<string>
}

/**
 * Which sources each entry of a split bundle is to import besides its own. The bundler makes one file for each set of entries
 * that share something: hundreds of them, most below 300 bytes. Files that are always there together, and small ones that
 * mostly are, become one where that makes the pages lighter in all.
 */
export function gatherChunks(outputs: Outputs): Map<string, string[]> {
  const loaded = loadedBy(outputs)
  const imports = new Map<string, string[]>()
  for (const { sources, entries } of gathered(chunksOf(outputs, loaded), loaded))
    for (const entry of entries) imports.set(entry, [...(imports.get(entry) ?? []), ...sources])
  return imports
}

type Loaded = ReadonlyMap<string, ReadonlySet<string>>

function chunksOf(outputs: Outputs, loaded: Loaded): Chunk[] {
  const shared = Object.entries(outputs).filter(([path, { entryPoint }]) => path.endsWith('.js') && !entryPoint)
  return shared.map(([path, { inputs, bytes }]) => ({
    sources: Object.keys(inputs).filter((source) => /\.(tsx?|m?js)$/.test(source)),
    bytes: bytes * packedShare,
    entries: new Set([...loaded].filter(([, files]) => files.has(path)).map(([entry]) => entry)),
    files: new Set([path]),
    needs: importedBy(path, outputs),
  }))
}

/** Joins the two whose joining saves the most, until none does. */
function gathered(chunks: readonly Chunk[], loaded: Loaded): Chunk[] {
  const rest = [...chunks]
  const saved = rest.map((a, i) => rest.map((b, j) => (j < i ? savedBy(a, b, loaded) : 0)))
  for (;;) {
    let [best, one, other] = [0, 0, 0]
    for (let i = 0; i < rest.length; i++)
      for (let j = 0; j < i; j++) if (saved[i]![j]! > best) [best, one, other] = [saved[i]![j]!, i, j]
    if (best === 0) return rest
    rest[other] = join(rest[one]!, rest[other]!)
    rest.splice(one, 1)
    saved.splice(one, 1)
    for (const row of saved) row.splice(one, 1)
    for (const [i, chunk] of rest.entries())
      if (i !== other) saved[Math.max(i, other)]![Math.min(i, other)] = savedBy(chunk, rest[other]!, loaded)
  }
}

function join(a: Chunk, b: Chunk): Chunk {
  return {
    sources: [...a.sources, ...b.sources],
    bytes: a.bytes + b.bytes,
    entries: new Set([...a.entries, ...b.entries]),
    files: new Set([...a.files, ...b.files]),
    needs: new Set([...a.needs, ...b.needs]),
  }
}

/** Bytes saved over all entries when two chunks are one file: a file less for those who have both, more in it for the others. */
function savedBy(a: Chunk, b: Chunk, loaded: Loaded): number {
  const [onlyA, onlyB] = [without(a.entries, b.entries), without(b.entries, a.entries)]
  const both = a.entries.size - onlyA.length
  const saved = both * fileBytes - onlyA.length * b.bytes - onlyB.length * a.bytes
  return saved > 0 && canHave(onlyA, a, b, loaded) && canHave(onlyB, b, a, loaded) ? saved : 0
}

/** Whether entries that have one chunk can take another in without more files than the two. */
function canHave(entries: readonly string[], one: Chunk, other: Chunk, loaded: Loaded): boolean {
  const needs = without(other.needs, other.files).filter((file) => !one.needs.has(file))
  return entries.every((entry) => needs.every((file) => loaded.get(entry)!.has(file)))
}

function without(some: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...some].filter((each) => !others.has(each))
}
