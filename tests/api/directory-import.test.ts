import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoPeople } from '../../functions/demo/people.ts'
import type { ImportReport } from '../../functions/directory/import-report.ts'
import type { CookieBrowser } from '../support/cookie-browser.ts'
import { startSignInServer, type SignInServer } from '../support/sign-in-server.ts'
import { signedIn } from '../support/signed-in.ts'

let server: SignInServer
let admin: CookieBrowser

beforeEach(async () => {
  server = await startSignInServer()
  admin = await signedIn(server, 'admin')
})
afterEach(() => server.close())

const feed = {
  orgUnits: [
    { key: 'dagkirurgen', parentKey: 'kirurgen', kind: 'unit', name: 'Dagkirurgen' },
    { key: 'kirurgen', parentKey: 'sjukhusforvaltningen', kind: 'area', name: 'Kirurgen' },
  ],
  people: [{ userId: 'ny.person', displayName: 'Ny Person', title: 'Läkare', unitKey: 'dagkirurgen' }],
  roleAssignments: [{ role: 'unitManager', userId: 'ny.person', scopeKey: 'kirurgen', validFrom: '2026-01-01' }],
}

async function send(body: object, query = ''): Promise<ImportReport> {
  const response = await admin.send('POST', `/api/directory/import${query}`, body)
  expect(response.status).toBe(200)
  return (await response.json()) as ImportReport
}

async function userIds(query = ''): Promise<string[]> {
  const response = await admin.get(`/api/people?limit=200${query}`)
  const { items } = (await response.json()) as { items: { data: { userId: string } }[] }
  return items.map(({ data }) => data.userId)
}

describe('a feed of the organisation', () => {
  it('creates what is new, parents first, and the new person signs in with the new role', async () => {
    const report = await send(feed)
    expect(report.counts).toEqual({ created: 4, updated: 0, unchanged: 0, refused: 0, ended: 0 })
    expect(report.results.map(({ part, row, key }) => [part, row, key])).toEqual([
      ['orgUnits', 2, 'kirurgen'],
      ['orgUnits', 1, 'dagkirurgen'],
      ['people', 1, 'ny.person'],
      ['roleAssignments', 1, 'ny.person/unitManager/kirurgen/2026-01-01'],
    ])
    const browser = await signedIn(server, 'ny.person')
    expect(await (await browser.get('/api/session')).json()).toMatchObject({ roles: [{ role: 'unitManager' }] })
  })

  it('changes nothing when it comes again', async () => {
    await send(feed)
    const report = await send(feed)
    expect(report.counts).toEqual({ created: 0, updated: 0, unchanged: 4, refused: 0, ended: 0 })
  })

  it('changes what differs and keeps what it does not speak of', async () => {
    const report = await send({ people: [{ userId: 'EVA.lindgren', displayName: 'Eva Lindgren Ek' }] })
    expect(report.results).toMatchObject([{ status: 'refused', errors: [{ pointer: '/userId', code: 'fixed' }] }])
    await send({ people: [{ userId: 'eva.lindgren', displayName: 'Eva Lindgren Ek' }] })
    const response = await admin.get(`/api/people/${server.demo.people['eva.lindgren']}`)
    expect(await response.json()).toMatchObject({
      revision: 2,
      data: { displayName: 'Eva Lindgren Ek', title: 'Verksamhetschef', email: 'eva.lindgren@region.example' },
    })
  })

  it('says of a dry run what would be, and writes nothing', async () => {
    const report = await send(feed, '?dryRun=true')
    expect(report.dryRun).toBe(true)
    expect(report.counts).toMatchObject({ created: 4, refused: 0 })
    expect(report.results.every(({ id }) => id === undefined)).toBe(true)
    expect(await userIds()).not.toContain('ny.person')
    expect((await send(feed)).counts.created).toBe(4)
  })

  it('refuses the rows that are wrong, each with its reason, and takes the others', async () => {
    const report = await send({
      orgUnits: [
        { key: 'a', parentKey: 'b', kind: 'unit', name: 'A' },
        { key: 'b', parentKey: 'a', kind: 'unit', name: 'B' },
        { key: 'c', parentKey: 'nowhere', kind: 'unit', name: 'C' },
        { key: 'd', parentKey: 'mt-enheten', kind: 'administration', name: 'D' },
        { key: 'e', parentKey: 'aldreomsorg', kind: 'unit', name: 'E' },
        { kind: 'unit', name: 'F' },
      ],
      people: [
        { userId: 'x y', displayName: 'X' },
        { userId: 'g', displayName: 'G', shoeSize: 43 },
        { userId: 'h', displayName: 'H', unitKey: 'mt-enheten' },
      ],
      roleAssignments: [
        { role: 'dpo', userId: 'admin', scopeKey: 'region-demo', validFrom: '2026-01-01' },
        { role: 'dpo', userId: 'h', scopeKey: 'region-demo', validFrom: '2026-02-30' },
      ],
    })
    const told = report.results.map(({ key, status, code, errors }) => [key, status, errors?.[0]?.pointer ?? code])
    expect(told).toEqual([
      ['b', 'refused', '/parentKey'],
      ['a', 'refused', '/parentKey'],
      ['c', 'refused', '/parentKey'],
      ['d', 'refused', '/parentKey'],
      ['e', 'refused', 'forbidden'],
      ['', 'refused', '/key'],
      ['x y', 'refused', '/userId'],
      ['g', 'refused', '/shoeSize'],
      ['h', 'created', undefined],
      ['admin/dpo/region-demo/2026-01-01', 'refused', 'forbidden'],
      ['h/dpo/region-demo/2026-02-30', 'refused', '/validFrom'],
    ])
  })

  it('takes rows of one key in the order they stand', async () => {
    const people = [
      { userId: 'dubbel', displayName: 'Första Raden', unitKey: 'mt-enheten' },
      { userId: 'dubbel', displayName: 'Andra Raden' },
      { userId: 'dubbel', displayName: 'Andra Raden' },
    ]
    const foretold = await send({ people }, '?dryRun=true')
    const report = await send({ people })
    expect(foretold.counts).toEqual(report.counts)
    expect(report.results.map(({ row, status }) => [row, status])).toEqual([
      [1, 'created'],
      [2, 'updated'],
      [3, 'unchanged'],
    ])
  })

  it('is taken from administrators only', async () => {
    const dso = await signedIn(server, 'dso')
    expect((await dso.send('POST', '/api/directory/import', feed)).status).toBe(403)
  })
})

describe('people whom a feed does not name', () => {
  const everybody = async (except: readonly string[]): Promise<object> => {
    const known = await userIds()
    return { complete: true, people: known.filter((userId) => !except.includes(userId)).map((userId) => ({ userId })) }
  }

  it('stay when the feed does not claim to be complete', async () => {
    await send({ people: [{ userId: 'dso' }] })
    expect((await userIds('&state=ended')).length).toBe(0)
  })

  it('end when it is complete, and come back when they are named again; nobody is deleted', async () => {
    const report = await send(await everybody(['josefin.alm', 'tobias.lund']))
    expect(report.counts).toMatchObject({ ended: 2, refused: 0 })
    expect((await userIds('&state=ended')).sort()).toEqual(['josefin.alm', 'tobias.lund'])
    await expect(signedIn(server, 'tobias.lund')).rejects.toThrow()
    const back = await send({ people: [{ userId: 'tobias.lund' }] })
    expect(back.counts.updated).toBe(1)
    await signedIn(server, 'tobias.lund')
  })

  it('of another principal than the feed speaks of are left alone', async () => {
    const municipal = demoPeople.filter(({ unit }) => unit === 'sektor-omsorg' || unit === 'it-forbundet')
    const others = new Set(await userIds(`&orgUnit=${server.demo.units['exempelby-kommun']}`)).add('oskar.lindell')
    const report = await send(await everybody([...others]))
    expect(report.counts).toMatchObject({ ended: 0, refused: 0 })
    expect(report.endedNobody).toBeUndefined()
    expect(await userIds()).toEqual(expect.arrayContaining(municipal.map(({ userId }) => userId)))
  })

  it('are not ended by a feed that has lost most of them', async () => {
    const report = await send({ complete: true, people: [{ userId: 'dso' }, { userId: 'chef' }] })
    expect(report.endedNobody).toMatchObject({ named: 2 })
    expect(report.counts.ended).toBe(0)
  })

  it('are not ended by a feed of nothing but new people, however many', async () => {
    const people = Array.from({ length: 200 }, (_, index) => ({
      userId: `ny${index}`,
      displayName: `Ny ${index}`,
      unitKey: 'akutmottagningen',
    }))
    const report = await send({ complete: true, people })
    expect(report.counts).toMatchObject({ created: 200, ended: 0 })
    expect(report.endedNobody).toMatchObject({ named: 0 })
  })
})

describe('npm run import:directory', () => {
  it('does the same from a file while the server runs, which sees it at once', async () => {
    const file = join(server.dataDir, 'feed.json')
    writeFileSync(file, JSON.stringify(feed))
    const run = (...options: string[]): Promise<{ stdout: string }> =>
      promisify(execFile)(process.execPath, ['functions/import-directory.ts', file, ...options], {
        env: { ...process.env, DATA_DIR: server.dataDir },
      })
    expect(JSON.parse((await run('--dry-run')).stdout)).toMatchObject({ dryRun: true, created: 4 })
    expect(JSON.parse((await run()).stdout)).toMatchObject({ dryRun: false, created: 4 })
    expect(JSON.parse((await run()).stdout)).toMatchObject({ unchanged: 4 })
    await signedIn(server, 'ny.person')
  })

  it('says what is wrong: a file that cannot be read, a directory without register, a refused row', async () => {
    const run = (file: string, dataDir: string): Promise<unknown> =>
      promisify(execFile)(process.execPath, ['functions/import-directory.ts', file], {
        env: { ...process.env, DATA_DIR: dataDir },
      })
    const file = join(server.dataDir, 'feed.json')
    await expect(run(file, server.dataDir)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('feed.json'),
    })
    writeFileSync(file, '[]')
    await expect(run(file, server.dataDir)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no directory feed'),
    })
    writeFileSync(file, JSON.stringify({ people: [{ userId: 'x y' }] }))
    await expect(run(file, join(server.dataDir, 'none'))).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no register'),
    })
    await expect(run(file, server.dataDir)).rejects.toMatchObject({
      code: 2,
      stdout: expect.stringContaining('"refused":1'),
      stderr: expect.stringContaining('/userId'),
    })
  })
})
