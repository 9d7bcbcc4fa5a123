import { describe, expect, it } from 'vitest'
import type { ProcessingContext } from '../../../functions/processing/context.ts'
import type { ActivityData, Purpose, Transfer } from '../../../functions/processing/data.ts'
import { countFindings, findingsOf, isDated, riskLevelOf, rules } from '../../../functions/processing/findings.ts'
import type { Judged } from '../../../functions/processing/findings/rule.ts'
import { context, having, ordinary, processorRecord } from './records.ts'

const purpose = ordinary.purposes![0]!
const social: Partial<ActivityData> = { legalRegimes: ['solpul'], purposes: [{ ...purpose, purposeCode: 'SOL12_1' }] }
const quality: Partial<ActivityData> = {
  legalRegimes: ['qualityRegister'],
  purposes: [{ ...purpose, purposeCode: 'PDL7_4' }],
  optOutRoutine: 'Säger till.',
}
const based = (...legalBases: NonNullable<Purpose['legalBases']>) => ({ purposes: [{ ...purpose, legalBases }] })
const to = (transfer: Transfer): Partial<ActivityData> => ({ thirdCountryTransfer: 'yes', transfers: [transfer] })
const done = { diaryNumber: 'KB 1', date: '2026-01-10', result: 'Godkänd', dpoAdviceAt: '2026-01-09' }
const two: Partial<ActivityData> = { dpiaCriteria: ['sensitive', 'vulnerable'] }
const board = { ...context, unitKind: () => 'board' }

type Case = [
  rule: string,
  severity: string,
  fires: Partial<ActivityData>,
  silent: Partial<ActivityData>,
  context?: ProcessingContext,
]

const cases: Case[] = [
  ['PA-01', 'H', { purposes: [{ ...purpose, text: 'Administration' }] }, {}],
  ['PA-02', 'H', { controllerOrgUnitId: undefined }, {}],
  ['PA-03', 'K', based(), {}],
  ['PA-04', 'H', based({ basis: 'c' }), based({ basis: 'c', support: [{ act: 'Bokföringslagen' }] })],
  ['PA-05', 'H', based({ basis: 'f' }), based({ basis: 'b' }), board],
  ['PA-06', 'H', based({ basis: 'a' }), { ...based({ basis: 'a' }), consentRoutine: 'Blankett' }],
  ['PA-07', 'K', { art9Exceptions: undefined }, { art9Exceptions: undefined, dataCategories: [{ code: 'name' }] }],
  [
    'PA-08',
    'H',
    { confidentialityDutyConfirmed: false },
    { confidentialityDutyConfirmed: false, art9Exceptions: ['a'] },
  ],
  ['PA-09', 'H', { art9NationalSupport: [] }, { art9NationalSupport: [], art9Exceptions: ['a'] }],
  [
    'PA-10',
    'K',
    { dataCategories: [{ code: 'coerciveCare' }] },
    { dataCategories: [{ code: 'crime' }], criminalDataSupport: 'LRV' },
  ],
  [
    'PA-11',
    'K',
    { ...quality, dataCategories: [{ code: 'genetic' }] },
    {
      ...quality,
      dataCategories: [{ code: 'genetic' }],
      art9NationalSupport: [{ act: 'PDL', provision: '7 kap. 8 a §' }],
    },
  ],
  ['PA-12', 'M', { dataCategories: [{ code: 'personnummer' }] }, { nationalIdJustification: undefined }],
  ['PA-13', 'H', { purposes: [{ ...purpose, purposeCode: 'OTHER' }] }, quality],
  ['PA-14', 'H', { ...social, purposes: [purpose] }, social],
  ['PA-15', 'H', social, { ...social, searchTerms: ['name', 'caseNumber'] }],
  ['PA-16', 'H', { searchTerms: ['otherSensitive'] }, { searchTerms: ['health'] }],
  ['PA-17', 'H', { retentionRules: [{ categories: ['name'], period: 'P1Y' }] }, {}],
  [
    'PA-18',
    'K',
    { purposes: [{ ...purpose, purposeCode: 'PDL24_1' }] },
    {
      purposes: [{ ...purpose, purposeCode: 'PDL24_1' }],
      retentionRules: [{ categories: 'all', period: 'P120M', action: 'destroy' }],
    },
  ],
  [
    'PA-19',
    'M',
    { ...social, retentionRules: [{ categories: 'all', period: 'P10Y', action: 'destroy' }] },
    { ...social, retentionRules: [{ categories: 'all', period: 'P5Y', action: 'destroy' }] },
  ],
  [
    'PA-20',
    'M',
    { retentionRules: [{ categories: 'all', period: 'P1Y', action: 'destroy' }] },
    { retentionRules: [{ categories: 'all', period: 'P1Y', action: 'destroy' }], archivalDecisionRef: '4.2' },
  ],
  ['PA-21', 'H', { securityMeasures: [] }, {}],
  ['PA-22', 'H', { informationStatus: 'no' }, { informationStatus: 'exempt', informationExemptReason: 'Lag' }],
  ['PA-23', 'M', { pdlInfoConfirmed: false }, { pdlInfoConfirmed: false, ...social }],
  ['PA-24', 'H', { ...quality, optOutRoutine: '' }, quality],
  [
    'PA-25',
    'K',
    { automatedDecisions: 'full', automatedLogic: 'Poäng', art22Ground: 'law' },
    { automatedDecisions: 'full', automatedLogic: 'Poäng', art22Ground: 'law', art9Exceptions: ['g'] },
  ],
  [
    'PA-27',
    'H',
    { includesProtectedIdentities: 'yes' },
    { includesProtectedIdentities: 'yes', protectedIdentityRoutine: 'R' },
  ],
  ['PA-27', 'M', { includesProtectedIdentities: 'unknown' }, {}],
  ['PA-29', 'M', { contactPersonId: undefined }, {}],
  [
    'PA-32',
    'H',
    { recipients: [{ category: 'Patienten', channel: 'sms' }] },
    { recipients: [{ category: 'P', channel: 'sms' }], secrecyProvisions: ['none'] },
  ],
  ['PA-32', 'M', { recipients: [{ category: 'Apotek', channel: 'fax' }] }, {}],
  ['PA-34', 'K', { isResearch: true }, { isResearch: true, ethicsApprovalRef: 'Dnr 1' }],
  ['PA-35', 'H', { welfareTech: true }, { welfareTech: true, consentRoutine: 'Blankett' }],
  [
    'PA-36',
    'H',
    { registerRole: 'jointController' },
    { registerRole: 'jointController', jointControllers: [{ name: 'K', agreementId: { diaryNumber: '1' } }] },
  ],
  ['PA-37', 'M', { storageLocations: ['localDisk'] }, { storageLocations: ['sharedFileServer'] }],
  [
    'PA-38',
    'H',
    { recipients: [{ category: 'Kommunen', directAccess: true }] },
    { recipients: [{ category: 'Kommunen', directAccess: true, legalSupport: 'SVOD' }] },
  ],
  ['AP-22', 'M', { unlistedSystems: ['Excel'] }, {}],
  ['DP-01', 'K', two, { ...two, dpiaId: done }],
  ['DP-01', 'H', { ...two, startDate: '2027-01-01' }, { dpiaCriteria: ['sensitive'] }],
  ['DP-02', 'M', { dpiaNotNeededReason: undefined }, { dpiaNotNeededReason: undefined, dpiaCriteria: [] }],
  [
    'DP-03',
    'M',
    { ...two, dpiaId: { ...done, date: '2023-11-20' } },
    { ...two, dpiaId: { ...done, date: '2023-11-21' } },
  ],
  ['DP-04', 'H', { dpiaId: { ...done, dpoAdviceAt: undefined } }, { dpiaId: { diaryNumber: 'KB 1' } }],
  [
    'DP-05',
    'K',
    { dpiaId: { ...done, residualRisk: 'high' } },
    { dpiaId: { ...done, residualRisk: 'high', priorConsultationRef: 'IMY 1' } },
  ],
  ['TR-01', 'K', to({ country: 'IN' }), to({ country: 'NO' })],
  ['TR-02', 'K', to({ country: 'IN', mechanism: 'adequacy45' }), to({ country: 'JP', mechanism: 'adequacy45' })],
  [
    'TR-03',
    'H',
    to({ country: 'US', mechanism: 'dpf45', dpfVerifiedAt: '2025-11-20' }),
    to({ country: 'US', mechanism: 'dpf45', dpfVerifiedAt: '2025-11-21' }),
  ],
  [
    'TR-04',
    'H',
    to({ country: 'US', mechanism: 'scc46_2c' }),
    to({ country: 'US', mechanism: 'scc46_2c', tiaRef: 'T 1' }),
  ],
  [
    'TR-05',
    'H',
    { ...social, ...to({ country: 'CH', mechanism: 'adequacy45', purposeCode: 'SOL12_1' }) },
    { ...social, ...to({ country: 'CH', mechanism: 'adequacy45', purposeCode: 'SOL12_2' }) },
  ],
  ['TR-06', 'M', { thirdCountryTransfer: 'unknown' }, {}],
  [
    'TR-08',
    'H',
    to({ country: 'IN', mechanism: 'derogation49_1', recurring: true }),
    to({ country: 'IN', mechanism: 'derogation49_1', recurring: false }),
  ],
]

const found = (record: Judged, rule: string, seen = context) =>
  findingsOf(record, seen).filter((finding) => finding.rule === rule)

describe('the rules', () => {
  it('find nothing wrong with an ordinary lawful notification, nor with a processor’s', () => {
    expect(findingsOf({ data: ordinary }, board)).toEqual([])
    expect(findingsOf({ data: processorRecord }, context)).toEqual([])
  })

  it.each(cases)(
    '%s fires with severity %s, and not when put right',
    (rule, severity, fires, silent, seen = context) => {
      const hits = found({ data: having(fires) }, rule, seen)
      expect(hits.map((finding) => finding.severity)).toContain(severity)
      for (const hit of hits) expect(hit.pointer).toMatch(/^\/[a-zA-Z0-9/]+$/)
      expect(found({ data: having(silent) }, rule, seen)).toEqual([])
    },
  )

  it.each([
    [
      'PA-26',
      { data: having({ accessExtractMethod: 'none' }), state: 'registered', inForce: true },
      { data: having({ accessExtractMethod: 'none' }), state: 'dpoReview' },
    ],
    [
      'PA-28',
      { data: having({ nextReviewDate: '2026-11-20' }), state: 'registered', inForce: true },
      { data: having({ nextReviewDate: '2026-11-21' }), state: 'registered', inForce: true },
    ],
    [
      'PA-30',
      { data: ordinary, state: 'submitted', updatedAt: '2026-10-21T08:00:00Z' },
      { data: ordinary, state: 'submitted', updatedAt: '2026-10-22T08:00:00Z' },
    ],
    [
      'PA-31',
      { data: having({ startDate: '2026-10-21' }), state: 'draft' },
      { data: having({ startDate: '2026-10-22' }), state: 'draft' },
    ],
    [
      'PA-31',
      { data: having({ startDate: '2026-01-01' }), state: 'dpoReview' },
      { data: having({ startDate: '2026-01-01' }), state: 'dpoReview', inForce: true },
    ],
    ['PA-33', { data: ordinary, state: 'ended' }, { data: having({ endDisposition: 'destroyed' }), state: 'ended' }],
    [
      'PA-33',
      { data: having({ endDisposition: 'retained' }), state: 'ended' },
      { data: having({ endDisposition: 'retained', retentionRef: 'Lag' }), state: 'ended' },
    ],
  ] as [string, Judged, Judged][])('%s follows the state and the day', (rule, fires, silent) => {
    expect(found(fires, rule)).toHaveLength(1)
    expect(found(silent, rule)).toEqual([])
  })

  it('each have a case above', () => {
    const covered = new Set([...cases.map(([rule]) => rule), 'PA-26', 'PA-28', 'PA-30', 'PA-31', 'PA-33'])
    expect(rules.map((rule) => rule.id).filter((id) => !covered.has(id))).toEqual([])
  })

  it('are those of the domain model about a record itself', () => {
    const pa = Array.from({ length: 38 }, (_, at) => `PA-${String(at + 1).padStart(2, '0')}`)
    const others = 'DP-01 DP-02 DP-03 DP-04 DP-05 TR-01 TR-02 TR-03 TR-04 TR-05 TR-06 TR-08 AP-22'.split(' ')
    expect(new Set(rules.map((rule) => rule.id))).toEqual(new Set([...pa, ...others]))
  })

  it('get graver when a review is half a year late', () => {
    const late = (nextReviewDate: string) => ({ data: having({ nextReviewDate }), state: 'registered', inForce: true })
    expect(found(late('2026-05-25'), 'PA-28')[0]?.severity).toBe('M')
    expect(found(late('2026-05-24'), 'PA-28')[0]?.severity).toBe('H')
  })

  it('take the registration date for a record never reviewed', () => {
    const data = having({ registeredAt: '2025-11-20T10:00:00Z' })
    expect(found({ data, state: 'registered', inForce: true }, 'PA-28')).toHaveLength(1)
  })

  it('block registration only where Art. 30(1)(a)-(b) or 30(2) is broken', () => {
    const blocking = (change: Partial<ActivityData>) =>
      findingsOf({ data: having(change) }, context)
        .filter((finding) => finding.blocks)
        .map((finding) => finding.rule)
    expect(blocking({ purposes: [], controllerOrgUnitId: undefined, registerRole: 'jointController' })).toEqual([
      'PA-01',
      'PA-02',
      'PA-36',
    ])
    expect(blocking({ registerRole: 'jointController', jointControllers: [{ name: 'K' }] })).toEqual([])
    expect(blocking({ art9Exceptions: undefined, ...two })).toEqual([])
  })

  it('keep quiet on drafts and on what is withdrawn, but for what is named for them', () => {
    const data = having({ art9Exceptions: undefined, securityMeasures: [] })
    for (const state of ['draft', 'withdrawn', 'notRegistrable', 'archived', 'ended']) {
      expect(
        findingsOf({ data, state }, context).filter(({ rule }) => rule.startsWith('PA-0') || rule === 'PA-21'),
      ).toEqual([])
    }
    expect(found({ data, state: 'revision', inForce: true }, 'PA-07')).toHaveLength(1)
    expect(found({ data, state: 'returned', inForce: true }, 'PA-07')).toHaveLength(1)
  })

  it('come gravest first and are counted by severity', () => {
    const findings = findingsOf(
      { data: having({ art9Exceptions: undefined, pdlInfoConfirmed: false, securityMeasures: [] }) },
      context,
    )
    expect(findings.map(({ severity }) => severity)).toEqual(['K', 'H', 'M'])
    expect(countFindings(findings)).toEqual({ K: 1, H: 1, M: 1, L: 0 })
  })

  it('read the DSO’s own codes by class and parent', () => {
    const codes = {
      data: [{ code: 'ecg', class: 'art9', parent: 'imaging' }],
      channel: [{ code: 'whatsapp', parent: 'socialMedia' }],
      regime: [{ code: 'dental', parent: 'pdl' }],
    }
    const seen = { ...context, codes }
    expect(
      found({ data: having({ dataCategories: [{ code: 'ecg' }], art9Exceptions: undefined }) }, 'PA-07', seen),
    ).toHaveLength(1)
    expect(found({ data: having({ ...quality, dataCategories: [{ code: 'ecg' }] }) }, 'PA-11', seen)).toEqual([])
    expect(
      found({ data: having({ recipients: [{ category: 'P', channel: 'whatsapp' }] }) }, 'PA-32', seen),
    ).toHaveLength(1)
    expect(found({ data: having({ legalRegimes: ['dental'], pdlInfoConfirmed: false }) }, 'PA-23', seen)).toHaveLength(
      1,
    )
  })

  it('do not hold a processor to what its controller answers for', () => {
    const data = { ...processorRecord, dataCategories: [{ code: 'health' }, { code: 'personnummer' }], ...two }
    expect(findingsOf({ data, state: 'registered', inForce: true }, context)).toEqual([])
    expect(
      findingsOf(
        { data: { ...data, securityMeasures: [], recipients: [{ category: 'P', channel: 'sms' }] } },
        context,
      ).map(({ rule }) => rule),
    ).toEqual(['PA-21'])
  })

  it('say which of them hang on the calendar alone', () => {
    expect(rules.map((rule) => rule.id).filter(isDated)).toEqual(['DP-03', 'PA-28', 'PA-30', 'PA-31'])
  })
})

describe('the risk level', () => {
  it.each([
    ['low', { dataCategories: [{ code: 'name' }], secrecyProvisions: ['none'], dpiaCriteria: [] }],
    ['medium', { dpiaCriteria: [] }],
    ['high', { volume: 'v4', dpiaCriteria: [] }],
    ['high', two],
    ['high', { dpiaMandatoryCases: ['c'] }],
  ] as [string, Partial<ActivityData>][])('is %s', (level, change) => {
    expect(riskLevelOf(having(change))).toBe(level)
  })
})
