import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { topics } from '../../../../web/text/topics.ts'
import { hasText, useTextsOf } from '../../../../web/text/text.ts'

const root = join(import.meta.dirname, '../../../..')

function wordsOf(language: 'sv' | 'en'): { [topic: string]: unknown } {
  const folders: readonly [string, string][] = [
    ['functions/processing/text', ''],
    ['web/text', ''],
    ['functions/assets/text', 'asset-'],
  ]
  const files = folders.flatMap(([folder, prefix]) =>
    readdirSync(join(root, folder, language)).map(
      (name) => [join(root, folder, language, name), prefix + name] as const,
    ),
  )
  return Object.fromEntries(
    files.map(([file, name]) => [name.replace('.json', ''), JSON.parse(readFileSync(file, 'utf8')) as unknown]),
  )
}

/** Keys that stand whole in the source; those put together from parts are looked at by the tests of their pages. */
function keysInSource(): string[] {
  const files = readdirSync(join(root, 'web'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  )
  const source = files.map((name) => readFileSync(join(root, 'web', name), 'utf8')).join('\n')
  return [...new Set([...source.matchAll(/\b(?:t|rich)\(\s*'([a-z-]+\.[\w.-]+)'/g)].map((match) => match[1]!))]
}

describe('the words that the pages ask for', () => {
  it.each(['sv', 'en'] as const)('are all there (%s)', (language) => {
    useTextsOf(language, wordsOf(language))
    const keys = keysInSource()
    expect(keys.length).toBeGreaterThan(200)
    expect(keys.filter((key) => !hasText(key))).toEqual([])
  })

  it('stand in topics that a page can name', () => {
    const known: readonly string[] = topics
    expect(keysInSource().filter((key) => !known.includes(key.split('.')[0]!))).toEqual([])
  })
})
