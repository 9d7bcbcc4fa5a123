import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FreshClone, makeFreshClone } from '../support/fresh-clone.ts'

type Digests = { [file: string]: string }

const clones: FreshClone[] = []
let first: Digests
let elsewhere: Digests

function built(clone: FreshClone): Digests {
  clone.run('npm run --silent build')
  const folder = join(clone.path, '.build')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), digest(path)]))
}

beforeAll(() => {
  clones.push(makeFreshClone(), makeFreshClone())
  first = built(clones[0]!)
  elsewhere = built(clones[1]!)
}, 180_000)
afterAll(() => clones.forEach((clone) => clone.remove()))

describe('npm run build', () => {
  it('makes functions, their source maps, the web and its document', () => {
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining(['functions/processing/index.mjs', 'web/index.html', 'web/api/openapi.json']),
    )
    expect(Object.keys(first).filter((file) => /^functions\/maps\/processing\/.+\.map$/.test(file))).not.toEqual([])
  })

  it('makes the same a second time, in another folder, byte for byte', () => {
    expect(elsewhere).toEqual(first)
  })
})
