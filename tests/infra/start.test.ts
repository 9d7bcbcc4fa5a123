import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FreshClone, makeFreshClone, type RunningServer, startServer } from '../support/fresh-clone.ts'
import { readSource, repositoryFiles } from '../support/source-files.ts'

const readme = readSource('README.md')
const readyWithinMs = process.env.CI ? 4000 : 3000
/** A start that something else on the machine has slowed down is tried again. */
const startsMost = 3

describe('the README', () => {
  const { scripts } = JSON.parse(readSource('package.json')) as { scripts: { [name: string]: string } }
  const builtIn = ['ci', 'start', 'test']
  const named = [...readme.matchAll(/(?:^|[`(])npm (?:run )?(?:--silent )?([a-z][a-z:]*)/gm)].map((match) => match[1]!)

  it('names only commands that exist', () => {
    expect(named.filter((name) => !builtIn.includes(name) && !(name in scripts))).toEqual([])
    expect(named).toEqual(expect.arrayContaining(['ci', 'start', 'test', 'verify', 'token']))
  })

  it('names every command that exists', () => {
    expect(
      Object.keys(scripts).filter((name) => !named.includes(name) && !['typecheck', 'lint'].includes(name)),
    ).toEqual([])
  })

  it('points at files that exist, and has a map of the folders that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1]!)
    const folders = [...readme.matchAll(/^(\w+)\/ /gm)].map((match) => match[1]!)
    expect([...links, ...folders].filter((path) => !existsSync(path))).toEqual([])
    expect(folders).toEqual(['functions', 'web', 'infra', 'tests', 'docs'])
  })
})

describe('a fresh clone', () => {
  let clone: FreshClone
  let server: RunningServer
  beforeAll(async () => {
    clone = makeFreshClone()
    server = await startServer(clone.path)
  })
  afterAll(() => {
    server?.kill()
    clone?.remove()
  })

  it('says where its data lies and when it is ready, and keeps the data in the clone', () => {
    expect(server.output()).toContain(`Förteckna is ready on ${server.origin}`)
    expect(server.output()).toContain('.data')
    expect(existsSync(join(clone.path, '.data'))).toBe(true)
  })

  it('answers the Swedish shell without login, at the start and at any page', async () => {
    for (const path of ['/', '/registret']) {
      const answer = await fetch(server.origin + path)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('lang="sv"')
    }
  })

  it('offers every demo person of the README at sign-in', async () => {
    const people = [...readme.matchAll(/^\| `(\w+)`/gm)].map((match) => match[1]!)
    const answer = await fetch(`${server.origin}/api/session/options`)
    const options = (await answer.json()) as { people: { userId: string }[] }
    expect(options.people.map(({ userId }) => userId).toSorted()).toEqual(people.toSorted())
  })

  it('gives a token with which the register can be read', async () => {
    const token = clone.run('npm run --silent token -- dso', { PORT: new URL(server.origin).port }).trim()
    const answer = await fetch(`${server.origin}/api/activities`, { headers: { Authorization: `Bearer ${token}` } })
    expect(answer.status).toBe(200)
    const { items } = (await answer.json()) as { items: unknown[] }
    expect(items.length).toBeGreaterThan(5)
  })

  it('verifies while the server runs', () => {
    expect(clone.run('npm run --silent verify')).not.toBe('')
  })

  it('ends cleanly at SIGTERM and is ready again within two seconds, with the same data', async () => {
    const readyMs: number[] = []
    while (readyMs.length < startsMost && !readyMs.some((ms) => ms < readyWithinMs)) {
      const ended = await server.end()
      expect(ended.code).toBe(0)
      expect(ended.tookMs).toBeLessThan(3000)
      server = await startServer(clone.path)
      readyMs.push(server.readyMs)
    }
    expect(Math.min(...readyMs)).toBeLessThan(readyWithinMs)
    expect(clone.run('git status --porcelain')).toBe('')
  })
})

describe('the decisions', () => {
  const decisions = repositoryFiles().filter((path) => /^docs\/adr\/.+\.md$/.test(path))

  it('have a number each, in a row, in name and heading', () => {
    const numbers = decisions.map((path) => Number(path.slice('docs/adr/'.length, 'docs/adr/'.length + 4)))
    expect(numbers).toEqual(decisions.map((_, index) => index + 1))
    const headings = decisions.map((path) => Number(/^# (\d+)\. /.exec(readSource(path))?.[1]))
    expect(headings).toEqual(numbers)
  })

  it('say where they stand', () => {
    expect(decisions.filter((path) => !/\bStatus: /.test(readSource(path)))).toEqual([])
  })
})
