import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundleWeb } from '../../infra/build-web.ts'
import { openRoutes, routes } from '../../web/router/routes.ts'
import { pageWeights, type PageWeight } from '../support/page-weight.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'forteckna-web-'))
let weights: PageWeight[]
let shell: string

beforeAll(async () => {
  weights = pageWeights([...openRoutes, ...routes], await bundleWeb(folder), root, folder)
  shell = readFileSync(join(folder, 'index.html'), 'utf8')
  console.table(weights)
}, 60_000)

describe('every page of the web', () => {
  it('loads at most 60 KB of script and 120 KB in all (quality P7)', () => {
    expect(weights.filter(({ scriptKb, allKb }) => scriptKb > 60 || allKb > 120)).toEqual([])
  })

  it('is reached through a shell in Swedish without script or style of its own', () => {
    expect(shell).toContain('<html lang="sv"')
    expect(shell).toMatch(/<script type="module" src="\/assets\/app-[A-Z0-9]+\.js"><\/script>/)
    expect(shell).not.toMatch(/<style|style=|<script>|javascript:|\son\w+=/)
    expect(shell).toContain('<noscript>Förteckna behöver JavaScript.')
  })
})
