import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { file, register } from '../../support/activity-flow.ts'
import { openTestApp, type TestApp } from '../../support/app.ts'
import { type Asset, change, createAsset, lacking, move } from './record.ts'

let product: TestApp
let server: Asset
let journal: Asset
let lab: Asset
let pump: Asset
let activityId: string
beforeAll(async () => {
  product = await openTestApp()
  const unit = { usingOrgUnitIds: [product.units['hjartmottagningen']] }
  server = await createAsset(product, 'it', '/api/equipment', { ...unit, name: 'Server' })
  journal = await createAsset(product, 'it', '/api/applications', {
    ...unit,
    name: 'Journal',
    runsOnIds: [server.id],
    systemOwnerId: product.people['systemagare'],
    personalData: 'yes',
    logFunction: 'no',
  })
  lab = await createAsset(product, 'it', '/api/applications', {
    ...unit,
    name: 'Labb',
    interfaces: [{ applicationId: journal.id, information: 'Svar', direction: 'in' }],
  })
  pump = await createAsset(product, 'mt', '/api/medical-devices', {
    ...unit,
    name: 'Pump',
    informationSystemIds: [journal.id],
  })
  activityId = (await register(product, { applicationIds: [journal.id], unlistedSystems: [] })).id
  await file(product, { applicationIds: [journal.id] })
})
afterAll(() => product.close())

const impact = async (asset: Asset, userId = 'anmalare') =>
  (await product.as(userId).get(`${asset.path}/${asset.id}/impact`)).body

describe('what is affected if an asset stops', () => {
  test('is what leans on it, and what leans on that, nearest first', async () => {
    const { items, more } = await impact(server)
    const names = items.map(({ name, depth }: { name: string; depth: number }) => `${depth} ${name}`)
    expect(more).toBe(false)
    expect(names[0]).toBe('1 Journal')
    expect(
      names
        .slice(1)
        .map((name: string) => name[0])
        .join(''),
    ).toBe('222')
    expect(items.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining([journal.id, lab.id, pump.id, activityId]),
    )
    const via = items.find(({ id }: { id: string }) => id === pump.id).via
    expect(via).toEqual({ id: journal.id, rel: 'informationSystemIds' })
  })

  test('goes the way that information goes over an interface, and comes to an end', async () => {
    const namesOf = async (asset: Asset) => (await impact(asset)).items.map(({ name }: { name: string }) => name)
    expect(await namesOf(lab)).toEqual([])
    expect(await namesOf(journal)).toContain('Labb')
    expect((await impact(pump)).items).toEqual([])
    const between = (name: string, direction?: string) =>
      createAsset(product, 'it', '/api/applications', {
        name,
        interfaces: [{ applicationId: lab.id, ...(direction && { direction }) }],
      })
    const sends = await between('Skickar', 'out')
    const both = await between('Utbyter', 'both')
    const unsaid = await between('Oklart')
    expect((await namesOf(lab)).toSorted()).toEqual(['Oklart', 'Utbyter'])
    expect(await namesOf(sends)).toEqual(['Labb', 'Utbyter', 'Oklart'])
    expect(await namesOf(both)).toContain('Labb')
    expect(await namesOf(unsaid)).toContain('Labb')
  })

  test('leaves out drafts and what has ended', async () => {
    const { items } = await impact(journal)
    expect(items.filter(({ kind }: { kind: string }) => kind === 'activity')).toHaveLength(1)
  })

  test('is not told to who may not read the asset, nor of one that does not exist', async () => {
    expect((await product.as('admin').get(`${server.path}/${server.id}/impact`)).status).toBe(404)
    expect((await product.as('it').get('/api/equipment/equ_00000000000000000000000000/impact')).status).toBe(404)
  })

  test('is bounded', async () => {
    for (let count = 0; count < 210; count++) {
      await createAsset(product, 'it', '/api/applications', { name: `System ${count}`, runsOnIds: [server.id] })
    }
    const { items, more } = await impact(server)
    expect(items).toHaveLength(200)
    expect(more).toBe(true)
  })
})

describe('links', () => {
  test('are seen from both ends', async () => {
    const { body } = await product.as('it').get(`${journal.path}/${journal.id}/links`)
    const rels = body.items.map(({ rel, direction }: { rel: string; direction: string }) => `${direction} ${rel}`)
    expect(rels.toSorted()).toEqual(['in applicationIds', 'in informationSystemIds', 'in interfaces', 'out runsOnIds'])
  })
})

describe('a system that a registered activity uses', () => {
  const rules = async () => {
    const { body } = await product.as('anmalare').get(`${journal.path}/${journal.id}`)
    return body.findings.map(({ rule, severity }: { rule: string; severity: string }) => `${rule} ${severity}`)
  }

  test('is judged by what the activity holds', async () => {
    await change(product, 'it', journal, {
      responsiblePersonId: product.people['eva.lindgren'],
      riskAnalysisIds: [{ date: '2026-01-01', diaryNumber: 'D 1' }],
      classificationId: { date: '2026-01-01', confidentiality: 3 },
    })
    expect((await move(product, 'it', journal, 'introduce')).status).toBe(200)
    const { body } = await product.as('anmalare').get(`${journal.path}/${journal.id}`)
    expect(body.findings.length).toBeGreaterThan(0)
    const log = body.findings.find(({ rule }: { rule: string }) => rule === 'AP-02')
    expect(log).toMatchObject({ pointer: '/logFunction', law: expect.stringContaining('atientdatalagen 4 kap. 3 §') })
    expect(await rules()).toContain('AP-05 H')
  })

  test('is decommissioned only when the activity has ended', async () => {
    const answer = await move(product, 'it', journal, 'decommission')
    expect(lacking(answer)).toEqual([''])
    expect(answer.body.missing[0].detail).toBe(
      'Registrerade behandlingar använder fortfarande tillgången (antal: 1). Ändra eller avsluta dem först.',
    )
    const dry = { select: { ids: [journal.id] }, change: { transition: 'decommission' }, dryRun: true }
    expect((await product.as('it').post('/api/assets/bulk', dry)).body.counts.refused).toBe(1)
  })

  test('counts its findings in the list', async () => {
    const { body } = await product.as('it').get('/api/assets?severity=H&q=journal')
    expect(body.items[0].data.findingCounts.H).toBeGreaterThan(0)
  })
})
