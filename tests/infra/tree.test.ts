import { describe, expect, it } from 'vitest'
import { longFiles } from '../support/longest-first.ts'
import { readCode, readSource, repositoryFiles, root, sourceFiles } from '../support/source-files.ts'

const product = sourceFiles('functions', 'web', 'infra')
const tests = sourceFiles('tests')
const binary = /\.(png|woff2?|ico|jpg|pdf|xlsx)$/

function lineCount(path: string): number {
  return readSource(path).trimEnd().split('\n').length
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

/** Names of exported functions whose line before is not the end of a docstring. */
function undocumented(path: string): string[] {
  const lines = readSource(path).split('\n')
  return lines.flatMap((line, index) => {
    const name = /^export (?:async )?function\*? (\w+)/.exec(line)?.[1]
    return name && !lines[index - 1]?.trimEnd().endsWith('*/') ? [`${path}: ${name}`] : []
  })
}

/** Swedish words in code: anything with å, ä or ö but the product's name, bare letters and letter ranges. */
function swedishWords(path: string): string[] {
  const words = readCode(path).match(/[\p{L}]*[åäöÅÄÖ][\p{L}]*/gu) ?? []
  return words
    .filter((word) => word !== 'Förteckna' && !/^[a-zA-Z]?[åäöÅÄÖéüæøØÆ]+$/.test(word))
    .map((word) => `${path}: ${word}`)
}

describe('test files that take long', () => {
  it('are there under the names by which they begin first', () => {
    expect(longFiles.map((name) => `tests/${name}.test.ts`).filter((path) => !tests.includes(path))).toEqual([])
  })
})

describe('size and names of files', () => {
  const lengths = product.map(lineCount).sort((a, b) => a - b)

  it('keeps the median under 60 lines and nine in ten under 200', () => {
    expect(quantile(lengths, 0.5)).toBeLessThan(60)
    expect(quantile(lengths, 0.9)).toBeLessThan(200)
  })

  it('has no source file over 300 lines and no test over 400', () => {
    expect(product.filter((path) => lineCount(path) > 300)).toEqual([])
    expect(tests.filter((path) => lineCount(path) > 400)).toEqual([])
  })

  it('names files in kebab-case after one noun', () => {
    const bad = /(^|\/)(index|utils?|helpers?|common|managers?|misc|shared)\.tsx?$|(^|\/)[^/]*[A-Z_][^/]*\.tsx?$/
    expect([...product, ...tests].filter((path) => bad.test(path))).toEqual([])
  })

  it('gives every unit and api test file the name of a source file or topic, ending in .test.ts', () => {
    const suites = tests.filter((path) => /^tests\/(unit|contract|api|e2e|infra|model)\//.test(path))
    const odd = suites.filter((path) => /\.(spec|tests?)\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    expect(odd).toEqual([])
  })
})

describe('how code is written', () => {
  it('exports by name only', () => {
    expect(product.filter((path) => /^export default/m.test(readCode(path)))).toEqual([])
  })

  it('exports functions as declarations', () => {
    const arrow = /^export const \w+(:[^=]+)? = (async )?(function|\([^)]*\)(: [^=]+)? =>|\w+ =>)/m
    expect(product.filter((path) => arrow.test(readCode(path)))).toEqual([])
  })

  it('documents every exported function', () => {
    expect(product.flatMap(undocumented)).toEqual([])
  })

  it('holds no Swedish words outside text files, demo data and the word lists of imports', () => {
    const exempt = /\/(demo|text)\/|\/import\/|\/demo[^/]*\.ts$/
    expect(product.filter((path) => !exempt.test(path)).flatMap(swedishWords)).toEqual([])
  })

  it('leaves nothing unfinished behind', () => {
    const left = /\b(TODO|FIXME|XXX)\b|@ts-ignore|@ts-expect-error|\bas any\b|not implemented/
    expect(product.filter((path) => left.test(readSource(path)))).toEqual([])
    const focused = /\b(it|test|describe)\.only\(/
    expect(tests.filter((path) => path !== 'tests/infra/tree.test.ts' && focused.test(readSource(path)))).toEqual([])
  })
})

describe('what the repository does not give away', () => {
  const texts = repositoryFiles().filter((path) => !binary.test(path))

  it('holds no path of the machine it was written on', () => {
    const machine = /(^|[\s"'`(=:])\/(work|home|root|Users)\/[a-z]/m
    const found = texts.filter((path) => machine.test(readSource(path)) || readSource(path).includes(`${root}/`))
    expect(found).toEqual([])
  })

  it('names no package registry', () => {
    const lock = JSON.parse(readSource('package-lock.json')) as { packages: { [path: string]: { resolved?: string } } }
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved)).toEqual([])
    const host = /https?:\/\/[^\s"']*(npmjs|registry|artifactory|nexus|verdaccio)[^\s"']*/i
    expect(texts.filter((path) => path !== 'tests/infra/tree.test.ts' && host.test(readSource(path)))).toEqual([])
  })

  it('holds no keys or passwords', () => {
    const secret = /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bghp_[A-Za-z0-9]{36}\b/
    expect(texts.filter((path) => secret.test(readSource(path)))).toEqual([])
  })
})
