import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BenchProduct, Caller } from '../../support/bench-product.ts'
import { openBenchRegister } from '../../support/bench-register.ts'

let register: BenchProduct
let dso: Caller
let avtal: Caller
beforeAll(async () => {
  register = await openBenchRegister(0)
  dso = await register.signedIn('dso')
  avtal = await register.signedIn('avtal')
}, 60_000)
afterAll(() => register.close())

const rulesOf = async (path: string, name: string, call = avtal) => {
  const { items } = await call(`${path}?limit=200`)
  const found = items.find((item: { data: { name: string } }) => item.data.name === name)
  const { findings } = await call(`${path}/${found.id}`)
  return findings.map(({ rule }: { rule: string }) => rule)
}

describe('the demo register', () => {
  test.each([
    ['PUB-avtal Journalsystemet Linden', ['SU-09']],
    ['PUB-avtal PACS Bildarkiv', ['SU-03', 'SU-06', 'SU-07']],
    ['PUB-avtal Rekryteringsverktyget', ['SU-04', 'SU-05', 'SU-10']],
    ['PUB-avtal E-formulär', ['SU-12']],
  ])('has what is planted in %s', async (name, rules) => {
    expect(await rulesOf('/api/agreements', name)).toEqual(expect.arrayContaining(rules))
  })

  test.each([
    ['Linden Journal Demo AB', ['SU-08', 'SU-16']],
    ['Bildarkiv Demo GmbH', ['SU-19']],
    ['Säker Destruktion Demo AB', []],
  ])('has what is planted at %s', async (name, rules) => {
    expect(await rulesOf('/api/suppliers', name)).toEqual(rules)
  })

  test('has a PUB-avtal with a US sub-processor whose last notice day is near, and gaps in coverage', async () => {
    const { items } = await avtal('/api/agreements?q=PACS')
    const pacs = await avtal(
      `/api/agreements/${items.find((item: { data: { type: string } }) => item.data.type === 'pub').id}`,
    )
    expect(pacs.lastNoticeDay > new Date().toISOString().slice(0, 10)).toBe(true)
    expect(pacs.data.subProcessors.map(({ country }: { country: string }) => country)).toEqual(['DE', 'FR', 'US'])
    const gaps = (await dso('/api/coverage?status=missing,expired,wrongController,notYetValid&limit=200')).items
    expect(gaps.every(({ findings }: { findings: unknown[] }) => findings.length > 0)).toBe(true)
    const municipal = await register.signedIn('dso.exempelby')
    const theirs = (await municipal('/api/coverage?limit=200')).items
    expect(theirs).toContainEqual(
      expect.objectContaining({ supplierName: 'Trygghet i Hemmet Demo AB', status: 'missing' }),
    )
  })

  test('has gaps at its systems too', async () => {
    const findings = async (path: string, name: string) => {
      const { items } = await avtal(`${path}?q=${encodeURIComponent(name)}`)
      return (await dso(`${path}/${items[0].id}`)).findings.map(({ rule }: { rule: string }) => rule)
    }
    expect(await findings('/api/applications', 'PACS Bildarkiv')).toEqual(expect.arrayContaining(['SU-02', 'SU-11']))
    expect(await findings('/api/applications', 'Labbsystemet Demo')).toContain('SU-02')
    expect(await findings('/api/applications', 'Journalsystemet Linden')).not.toContain('SU-02')
    expect(await findings('/api/equipment', 'Delad skrivare')).toContain('SU-13')
  })

  test('gives the contract owner and the coordinator something to do', async () => {
    const whats = async (call: Caller) => (await call('/api/tasks')).items.map(({ what }: { what: string }) => what)
    expect(await whats(avtal)).toEqual(expect.arrayContaining(['giveNotice', 'agreementEnds', 'followUpSupplier']))
    expect(await whats(await register.signedIn('samordnare'))).toContain('confirmChecklist')
  })
})
