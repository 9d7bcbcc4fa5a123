import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openRoutes, routes } from '../../web/router/routes.ts'
import { bundledWeb, webFolder } from '../support/bundled.ts'
import { pageWeights, type PageBundle } from '../support/page-weight.ts'

const root = join(import.meta.dirname, '../..')
const always = ['shell', 'parts']
/** Topics that a part of a page loads for itself. */
const whenOpened = [
  'check',
  'conflict',
  'form-why',
  'requirements',
  'overview',
  'asset-start',
  'forms',
  'documents',
  'secrecy',
  'supplier-parts',
  'proof',
]
let weights: PageBundle[]
let shell: string

beforeAll(async () => {
  weights = pageWeights([...openRoutes, ...routes], await bundledWeb(), root, webFolder)
  shell = readFileSync(join(webFolder, 'index.html'), 'utf8')
  console.table(weights.map(({ files: _, ...weight }) => weight))
}, 60_000)

describe('every page of the web', () => {
  it('loads at most 60 KB of script and 115 KB in all (quality P7)', () => {
    const heavy = weights.filter(({ scriptKb, allKb }) => scriptKb > 60 || allKb > 115)
    expect(heavy.map(({ path, scriptKb, allKb }) => [path, scriptKb, allKb])).toEqual([])
  })

  it.each([...openRoutes, ...routes].map((page) => [page.path, page.topics] as const))(
    '%s has the words of everything it shows',
    (path, topics) => {
      const files = weights.find((weight) => weight.path === path)!.files.filter((file) => file.startsWith('web/'))
      const source = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
      const used = [...source.matchAll(/\b(?:t|rich)\(\s*['`]([a-z-]+)\./g)].map((match) => match[1]!)
      const there: readonly string[] = [...topics, ...always, ...whenOpened]
      expect([...new Set(used)].filter((topic) => !there.includes(topic))).toEqual([])
    },
  )

  it('is reached through a shell in Swedish without script or style of its own', () => {
    expect(shell).toContain('<html lang="sv"')
    expect(shell).toMatch(/<script type="module" src="\/assets\/app-[A-Z0-9]+\.js"><\/script>/)
    expect(shell).not.toMatch(/<style|style=|<script>|javascript:|\son\w+=/)
    expect(shell).toContain('<noscript>Förteckna behöver JavaScript.')
  })
})
