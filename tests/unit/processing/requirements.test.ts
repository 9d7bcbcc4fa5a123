import { describe, expect, it } from 'vitest'
import type { ActivityData } from '../../../functions/processing/data.ts'
import { requirementsFor, type Stage } from '../../../functions/processing/requirements.ts'
import { questionList } from './question-list.ts'
import { context, having, maximal, ordinary, processorRecord } from './records.ts'

const rulesOf = (stage: Stage, data: ActivityData) => requirementsFor(stage, data, context).map(({ rule }) => rule)

/** The record without the value at a path such as `purposes.legalBases.support`. */
function without(data: ActivityData, path: string): ActivityData {
  const copy = structuredClone(data)
  const remove = (holder: unknown, [first, ...rest]: readonly string[]): void => {
    if (Array.isArray(holder)) holder.forEach((item) => remove(item, [first!, ...rest]))
    else if (typeof holder === 'object' && holder !== null && first !== undefined) {
      if (rest.length === 0) Reflect.deleteProperty(holder, first)
      else remove(Reflect.get(holder, first), rest)
    }
  }
  remove(copy, path.split('.'))
  return copy
}

const required = questionList.flatMap(([id, ...fields]) =>
  fields.filter((field) => field.endsWith('!')).map((field) => [id, field.slice(0, -1)] as const),
)

describe('what a submit lacks', () => {
  it.each([ordinary, maximal, processorRecord])('is nothing for a complete record', (data) => {
    expect(requirementsFor('submit', data, context)).toEqual([])
  })

  it.each(required)('names %s when %s is not answered', (id, path) => {
    const base = ['A7', 'A8'].includes(id) ? processorRecord : maximal
    const report = requirementsFor('submit', without(base, path), context)
    expect(report.map(({ rule }) => rule)).toContain(id)
    const entry = report.find(({ rule }) => rule === id)!
    expect(entry.pointer).toMatch(/^\/[a-zA-Z0-9/]+$/)
    expect(entry.source).not.toBe('')
  })

  it('is the whole required set for an empty record', () => {
    expect(rulesOf('submit', {})).toEqual(
      'A1 A2 A3 A4 A5 A9 A10 A11 B1 B2 B3 B6 C1 C2 C3 D1 E1 E2 E5 E7 E9 F1 F2 F3 G1 H1 I4 J1 J2 K1'.split(' '),
    )
  })

  it('is the smaller set of DSF 30.2 for an empty processor record', () => {
    expect(rulesOf('submit', { registerRole: 'processor' })).toEqual('A1 A4 A7 A8 A9 F3 H1 K1'.split(' '))
  })

  it('is nothing for an imported record', () => {
    expect(rulesOf('submit', { imported: { source: 's', reference: 'r', row: 1, fields: {} } })).toEqual([])
  })

  it.each([
    ['B3', { purposes: [{ text: 'Vård och omsorg om äldre.', purposeCode: 'OTHER' }] }, '/purposes/0/legalBases'],
    ['B3', { purposes: [{ text: 'Vård och omsorg om äldre.' }] }, '/purposes/legalBases'],
    [
      'B4',
      { purposes: [{ text: 'Vård och omsorg om äldre.', legalBases: [{ basis: 'c' }] }] },
      '/purposes/0/legalBases/0/support',
    ],
    ['D2', { art9Exceptions: undefined }, '/art9Exceptions'],
    ['D3', { art9NationalSupport: undefined }, '/art9NationalSupport'],
    ['D4', { confidentialityDutyConfirmed: undefined }, '/confidentialityDutyConfirmed'],
    ['G1', { retentionRules: undefined }, '/retentionRules'],
    ['I2', { pdlInfoConfirmed: undefined }, '/pdlInfoConfirmed'],
    ['I4', { accessExtractMethod: undefined }, '/accessExtractMethod'],
    ['J3', { dpiaNotNeededReason: undefined }, '/dpiaNotNeededReason'],
    ['J3', { dpiaNotNeededReason: undefined }, '/dpiaId'],
  ] as [string, Partial<ActivityData>, string][])(
    'takes "Saknas eller oklart" as an answer to %s',
    (id, change, pointer) => {
      expect(rulesOf('submit', having(change))).toContain(id)
      expect(rulesOf('submit', having({ ...change, unclear: [pointer] }))).not.toContain(id)
    },
  )

  it('does not take "Saknas eller oklart" where it is not offered', () => {
    expect(rulesOf('submit', having({ volume: undefined, unclear: ['/volume'] }))).toContain('C2')
  })

  it('wants every data category covered by a retention rule, and says how many are not', () => {
    const data = having({ retentionRules: [{ categories: ['name'], period: 'P1Y' }] })
    expect(requirementsFor('submit', data, context)).toContainEqual(
      expect.objectContaining({ rule: 'G1', text: 'G1-categories', params: { count: 2 } }),
    )
  })

  it('takes a criterion for a period', () => {
    const data = having({ retentionRules: [{ categories: 'all', criterion: 'Enligt dokumenthanteringsplanen' }] })
    expect(rulesOf('submit', data)).toEqual([])
  })

  it('takes an empty list as "none of these" for the criteria and cases of J', () => {
    expect(rulesOf('submit', having({ dpiaCriteria: [], dpiaMandatoryCases: [] }))).toEqual([])
  })

  it('wants a board as controller and a contact who still works here, where that is known', () => {
    const known = { ...context, unitKind: () => 'administration', personActive: () => false }
    expect(requirementsFor('submit', ordinary, known).map(({ text }) => text)).toEqual(['A5-kind', 'A9-inactive'])
  })
})

describe('what a forward lacks', () => {
  it('is the attestation when special categories are included', () => {
    expect(rulesOf('forward', ordinary)).toEqual(['K2'])
    expect(rulesOf('forward', having({ managerAttestation: { personId: 'p', at: '2026-11-20' } }))).toEqual([])
  })

  it('is an impact assessment begun, or a reason, when one is called for', () => {
    const data = having({ dpiaCriteria: ['sensitive', 'largeScale'], dpiaNotNeededReason: undefined, dpiaId: {} })
    expect(rulesOf('forward', data)).toEqual(['K2', 'DP-01'])
    expect(rulesOf('forward', { ...data, dpiaId: { diaryNumber: 'KB 1' } })).toEqual(['K2'])
    expect(rulesOf('forward', { ...data, dpiaNotNeededReason: 'Låg risk' })).toEqual(['K2'])
  })

  it('is every blocking finding, but never one that does not block', () => {
    expect(rulesOf('forward', having({ controllerOrgUnitId: undefined, purposes: [] }))).toEqual([
      'PA-01',
      'PA-02',
      'K2',
    ])
  })
})

describe('what a registration lacks', () => {
  it('is nothing beyond Art. 30(1)(a)-(e): an unlawful but complete record is registered', () => {
    const unlawful = having({ art9Exceptions: undefined, retentionRules: undefined, securityMeasures: undefined })
    expect(rulesOf('register', unlawful)).toEqual([])
  })

  it.each([
    ['C1', { dataSubjectCategories: undefined }, 'DSF 30.1 c'],
    ['D1', { dataCategories: undefined }, 'DSF 30.1 c'],
    ['F1', { recipients: undefined }, 'DSF 30.1 d'],
    ['F3', { thirdCountryTransfer: undefined }, 'DSF 30.1 e'],
    ['F4', { thirdCountryTransfer: 'yes' }, 'DSF 30.1 e'],
    ['F4', { thirdCountryTransfer: 'yes', transfers: [{ mechanism: 'none' }] }, 'DSF 30.1 e'],
    ['PA-01', { purposes: undefined }, 'DSF 5.1 b, 30.1 b'],
    ['PA-02', { controllerOrgUnitId: undefined }, 'DSF 30.1 a, PDL 2:6, SoLPUF 11 §'],
    ['PA-36', { registerRole: 'jointController' }, 'DSF 26, 30.2'],
  ] as [string, Partial<ActivityData>, string][])('is %s with its source', (rule, change, source) => {
    expect(requirementsFor('register', having(change), context)).toEqual([expect.objectContaining({ rule, source })])
  })

  it('takes "unknown" on transfers, which is a finding and no gap', () => {
    expect(rulesOf('register', having({ thirdCountryTransfer: 'unknown' }))).toEqual([])
  })

  it('is DSF 30.2 for a processor’s record', () => {
    expect(rulesOf('register', processorRecord)).toEqual([])
    expect(rulesOf('register', { name: 'Drift av system', registerRole: 'processor' })).toEqual([
      'PA-36',
      'PA-36',
      'A4',
      'F3',
    ])
  })
})
