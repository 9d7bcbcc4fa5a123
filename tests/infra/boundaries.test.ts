import { beforeAll, describe, expect, it } from 'vitest'
import { findCycle, type ImportGraph, readImportGraph } from '../support/import-graph.ts'
import { type Layer, layers } from '../support/layers.ts'
import { readCode, sourceFiles } from '../support/source-files.ts'

/** Imports of the graph that a layer does not allow, as `file -> import`. */
function trespasses(graph: ImportGraph, layer: Layer): string[] {
  const mine = Object.keys(graph).filter((file) => layers.find(({ holds }) => holds.test(file)) === layer)
  return mine.flatMap((file) => {
    const allowed = (name: string, rules: readonly RegExp[]) => rules.some((rule) => rule.test(name))
    const { files, packages } = graph[file]!
    const wrong = [
      ...files.filter((name) => !allowed(name, layer.files)),
      ...packages.filter((name) => !allowed(name, layer.packages)),
    ]
    return wrong.map((name) => `${file} -> ${name}`)
  })
}

describe('who may import what', () => {
  let graph: ImportGraph = {}
  beforeAll(async () => {
    graph = await readImportGraph(sourceFiles('functions', 'web', 'infra'))
  })

  it('sees the whole tree', () => {
    const seen = Object.keys(graph)
    expect(seen).toEqual(expect.arrayContaining(sourceFiles('functions', 'web', 'infra')))
    expect(seen.filter((file) => graph[file]!.files.length > 0).length).toBeGreaterThan(10)
  })

  it.each(layers.map((layer) => [layer.name, layer] as const))('%s keeps to its own', (_name, layer) => {
    expect(trespasses(graph, layer)).toEqual([])
  })

  it('has no cycles', () => {
    expect(findCycle(graph)).toBeUndefined()
  })

  it('reads no clock, environment or random source in the pure files of the engine', () => {
    const impure = /\bDate\.now\(|new Date\(\)|process\.|Math\.random|crypto\.|performance\./
    const files = sourceFiles('functions/register').filter((file) => graph[file])
    expect(files.filter((file) => impure.test(readCode(file)))).toEqual([])
  })
})

describe('the checks themselves', () => {
  it('report an import that its layer forbids', () => {
    const layer = layers.find(({ name }) => name === 'register')!
    const graph = {
      'functions/register/rows/rows.ts': { files: ['functions/http/app.ts'], packages: ['node:fs', 'zod/mini'] },
    }
    expect(trespasses(graph, layer)).toEqual([
      'functions/register/rows/rows.ts -> functions/http/app.ts',
      'functions/register/rows/rows.ts -> node:fs',
    ])
  })

  it('report a cycle by its path', () => {
    const edge = (...files: string[]) => ({ files, packages: [] })
    expect(findCycle({ a: edge('b'), b: edge('c'), c: edge('b') })).toEqual(['b', 'c', 'b'])
    expect(findCycle({ a: edge('b', 'c'), b: edge('c'), c: edge() })).toBeUndefined()
  })
})
