import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import prices from '../bench/prices.json' with { type: 'json' }
import { readSource, root } from '../support/source-files.ts'
import { synthesize, type Synthesized } from '../support/template.ts'

const operations = readSource('docs/operations.md')
const found = (pattern: RegExp) => [...new Set([...operations.matchAll(pattern)].map((match) => match[1]!))].toSorted()

let made: Synthesized
beforeAll(() => {
  made = synthesize('prod')
}, 240_000)

describe('docs/operations.md', () => {
  it('gives each stack every parameter it asks for, and no other', () => {
    const asked = ({ Parameters }: Synthesized['main']) =>
      Object.keys(Parameters)
        .filter((name) => name !== 'BootstrapVersion')
        .toSorted()
    expect(found(/--parameters Forteckna-prod:(\w+)=/g)).toEqual(asked(made.main))
    expect(found(/--parameters Forteckna-prod-edge:(\w+)=/g)).toEqual(asked(made.edge))
    expect(asked(made.copy)).toEqual([])
  })

  it('names outputs that the stack has', () => {
    const outputs = Object.keys((made.main as { Outputs?: object }).Outputs ?? {})
    const named = found(/<(\w+)>/g).filter((name) => /^[A-Z]/.test(name))
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((name) => !outputs.includes(name))).toEqual([])
  })

  it('names commands that there are, and files that there are', () => {
    const { scripts } = JSON.parse(readSource('package.json')) as { scripts: { [name: string]: string } }
    expect(found(/npm run ([a-z:]+)/g).filter((name) => !(name in scripts))).toEqual([])
    const files = ['docs/operations.md', 'docs/sign-in.md'].flatMap((from) =>
      [...readSource(from).matchAll(/\]\(([^)#:]+)\)/g)].map((match) => join(dirname(from), match[1]!)),
    )
    expect(files.length).toBeGreaterThan(2)
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('dates its prices', () => {
    expect(prices.read).toContain('2025-11')
    expect(operations).toContain('November 2025')
  })
})
