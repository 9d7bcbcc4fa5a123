import { describe, expect, it } from 'vitest'
import { readSource, repositoryFiles } from '../support/source-files.ts'

const swedish = repositoryFiles().filter((path) => /\/text\/(sv\/.*|sv)\.json$/.test(path))
const english = (path: string) => path.replace(/\/text\/sv(\/|\.json$)/, '/text/en$1')

type Texts = { [key: string]: Texts | string | string[] }

/** All strings of a text file by their path, e.g. `A1.label`. */
function leaves(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    const path = prefix ? `${prefix}.${key}` : key
    if (typeof value === 'string') return [[path, value]]
    return leaves(value as Texts, path)
  })
}

function readTexts(path: string): [string, string][] {
  return leaves(JSON.parse(readSource(path)) as Texts)
}

/** Key with the parameters of its sentence, so that a language cannot lose one. */
function shape([key, text]: [string, string]): string {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
  return [key, ...new Set(names.sort())].join(' ')
}

describe('texts in two languages', () => {
  it('are there', () => {
    expect(swedish.length).toBeGreaterThan(3)
    const orphans = repositoryFiles().filter(
      (path) => /\/text\/en(\/|\.json$)/.test(path) && !swedish.map(english).includes(path),
    )
    expect(orphans).toEqual([])
  })

  it.each(swedish)('%s has the same keys and parameters in English', (path) => {
    expect(readTexts(english(path)).map(shape).sort()).toEqual(readTexts(path).map(shape).sort())
  })

  it.each(swedish)('%s is plain Swedish: no empty text, no exclamation mark, no "vänligen"', (path) => {
    const odd = readTexts(path).filter(([, text]) => text.trim() === '' || /!|vänligen/i.test(text))
    expect(odd).toEqual([])
  })
})
