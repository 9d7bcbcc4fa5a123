import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app.ts'

let product: TestApp
beforeAll(async () => {
  product = await openTestApp({ demo: true })
}, 120_000)
afterAll(() => product.close())

interface Found {
  state: string
  data: { [field: string]: unknown }
  findings: { rule: string; severity: string; detail: string }[]
}

async function named(kind: string, name: string): Promise<Found> {
  const it = product.as('it')
  const { body } = await it.get(`/api/${kind}?limit=200&q=${encodeURIComponent(name)}`)
  return (await it.get(`/api/${kind}/${body.items[0].id}`)).body
}

describe('the demo inventory', () => {
  test('holds the eleven systems of the list, of which three say anything about their log', async () => {
    const answers = await Promise.all(
      [
        ['Procapita VoO', 'yes'],
        ['Procapita IFO', 'unknown'],
        ['Nationell patientöversikt', 'yes'],
        ['KLARA SVPL', 'unknown'],
        ['Pascal', 'no'],
        ['TCwebb', 'unknown'],
        ['Socialjour', 'unknown'],
        ['Senior alert', 'unknown'],
        ['BPSD', 'unknown'],
        ['Palliativregistret', 'unknown'],
        ['Svevac', 'unknown'],
      ].map(async ([name, log]) => [(await named('applications', name!)).data['logFunction'], log]),
    )
    for (const [found, expected] of answers) expect(found).toBe(expected)
    expect((await named('applications', 'Svevac')).state).toBe('decommissioned')
  })

  test.each([
    ['applications', 'Pascal', 'AP-02 K'],
    ['applications', 'Procapita IFO', 'AP-02 H'],
    ['applications', 'Svevac', 'AP-21 H'],
    ['applications', 'PACS', 'AP-03 H'],
    ['applications', 'PACS', 'AP-04 H'],
    ['medical-devices', 'Infusionspump', 'MD-01 H'],
    ['medical-devices', 'Defibrillator', 'MD-05 M'],
    ['equipment', 'Server labb', 'EQ-03 H'],
    ['equipment', 'hemsjukvården', 'EQ-07 H'],
    ['equipment', 'färdtjänst', 'EQ-06 H'],
    ['equipment', 'Delad skrivare', 'SU-13 M'],
  ])('%s %s has the planted fault %s', async (kind, name, expected) => {
    const { findings } = await named(kind, name)
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toContain(expected)
    for (const { detail } of findings) expect(detail).not.toMatch(/[{}]/)
  })

  test.each([
    ['medical-devices', 'MR-kamera'],
    ['medical-devices', 'Glukosmätare'],
    ['equipment', 'Arbetsstation MR'],
    ['applications', 'Förteckna'],
  ])('%s %s is in order', async (kind, name) => {
    expect((await named(kind, name)).findings.filter(({ rule }) => !rule.startsWith('SU'))).toEqual([])
  })

  test('shows what a source says beside what was written by hand, and what it no longer sees', async () => {
    const waiting = async (what: string) =>
      (await product.as('it').get(`/api/assets?waiting=${what}`)).body.items.length
    expect(await waiting('sourceSays')).toBe(1)
    expect(await waiting('unseen')).toBe(1)
    const pc = await named('equipment', 'PC reception')
    expect(pc.data['sourceSays']).toMatchObject({ name: { source: 'klienthanteringen', value: 'PC-00017' } })
  })

  test('counts in lists, on demand, what each page shows', async () => {
    const it = product.as('it')
    const { items } = (await it.get('/api/assets?limit=50')).body
    const ids = items.map(({ id }: { id: string }) => id)
    const counted = (await it.get(`/api/assets/finding-counts?id=${ids.join(',')}`)).body.items
    expect(counted).toHaveLength(ids.length)
    const paths: { [kind: string]: string } = {
      equipment: 'equipment',
      medicalDevice: 'medical-devices',
      application: 'applications',
    }
    for (const { id, kind } of items) {
      const { findings } = (await it.get(`/api/${paths[kind]}/${id}`)).body
      const { id: _id, ...found } = counted.find((one: { id: string }) => one.id === id)
      const shown = { K: 0, H: 0, M: 0, L: 0 }
      for (const { severity } of findings as { severity: 'K' | 'H' | 'M' | 'L' }[]) shown[severity]++
      expect({ id, ...found }).toEqual({ id, ...shown })
    }
    expect((await product.as('admin').get(`/api/assets/finding-counts?id=${ids[0]}`)).body.items).toEqual([])
    expect((await it.get('/api/assets/finding-counts')).status).toBe(400)
    expect((await it.get('/api/assets/finding-counts?id=equ_x')).body.items).toEqual([])
  })

  test('splits the UDI that was read off the camera', async () => {
    expect((await named('medical-devices', 'MR-kamera')).data['udiParts']).toEqual({
      productionDate: '2024-01-15',
      serial: 'MR-30-118',
    })
  })

  test('has proof for what is disposed of', async () => {
    const { body } = await product.as('it').get('/api/assets?state=disposed')
    expect(body.items).toHaveLength(1)
    const record = (await product.as('it').get(`/api/equipment/${body.items[0].id}`)).body
    expect(record.data.disposal.certificateRef).toBe('INTYG 2026-118')
    expect(record.findings).toEqual([])
  })
})
