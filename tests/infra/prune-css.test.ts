import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { pruneCss } from '../../infra/prune-css.ts'
import { bundledWeb, webFolder } from '../support/bundled.ts'

const markup = '"ds-table fk-table";"ds-input";"data-size"'
const left = (css: string): string => pruneCss(css, markup)

describe('a rule of the component library', () => {
  it('stays when the pages name all that it asks for', () => {
    const rule = '.ds-table[data-size=sm]>:is(thead,tbody) .ds-input:not([data-border]){color:red}'
    expect(left(rule)).toBe(rule)
  })

  it.each([
    '.ds-chip{color:red}',
    '.ds-table[data-border]{color:red}',
    ':is(.ds-table[data-border]>:is(thead,tbody) tr):first-child{color:red}',
    '.ds-table>tbody:has(+tfoot)>tr{color:red}',
    '.ds-table:is([data-zebra],[data-hover]){color:red}',
  ])('goes when nothing can fit it: %s', (rule) => {
    expect(left(rule)).toBe('')
  })

  it('stays with one of its alternatives, inside it or in the list', () => {
    expect(left(':is(.ds-chip,.ds-table) td{color:red}')).toBe(':is(.ds-chip,.ds-table) td{color:red}')
    expect(left('.ds-chip:not(.ds-tag,.ds-table),.ds-table td{color:red}')).toBe('.ds-table td{color:red}')
  })

  it('shows that an input is pointed at without asking for the labels of the whole page', () => {
    expect(left(':has(label):not(:has(label:hover)) .ds-input:hover{color:red}')).toBe('.ds-input:hover{color:red}')
  })
})

describe('the style sheets of the web', () => {
  let sheets: string

  beforeAll(async () => {
    await bundledWeb()
    const assets = join(webFolder, 'assets')
    const names = readdirSync(assets).filter((name) => name.endsWith('.css'))
    sheets = names.map((name) => readFileSync(join(assets, name), 'utf8')).join('')
  })

  it('ask what an element holds only where a name says which', () => {
    const asked = [...sheets.matchAll(/(?<=[{},>+~\s])(\w*):has\(/g)].map((match) => match[1])
    expect(new Set(asked)).toEqual(new Set(['body', 'header', 'label']))
  })

  it('hold what the pages use', () => {
    for (const rule of ['.ds-table', '.ds-input', '.ds-dialog', '.ds-chip', '[data-size=sm]'])
      expect(sheets).toContain(rule)
  })
})
