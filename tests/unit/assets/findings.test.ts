import { describe, expect, it } from 'vitest'
import { assetFindings, assetRules, countAssetFindings } from '../../../functions/assets/findings.ts'
import type { AnyData, JudgedAsset, UsingActivity } from '../../../functions/assets/findings/rule.ts'
import type { AssetKindName } from '../../../functions/assets/sections.ts'
import { findingSentences } from '../../../functions/assets/sentences.ts'
import en from '../../../functions/assets/text/en/findings.json' with { type: 'json' }
import sv from '../../../functions/assets/text/sv/findings.json' with { type: 'json' }

const today = '2026-11-22'
const context = {
  today,
  personActive: (id: string) => id !== 'per_gone',
  unitEnded: (id: string) => id === 'org_ended',
  backupBaseline: (id: string) => (id === 'org_strict' ? { interval: 'P1D', generations: 14 } : undefined),
  reorganisedAt: (id: string) => ({ org_moved: '2026-03-02', org_before: '2026-03-01' })[id],
}
const placed: AnyData = { usingOrgUnitIds: ['org_1'], responsiblePersonId: 'per_1' }
const connected: AnyData = { ...placed, connectedToNetwork: true, connectionApproval: { at: '2026-01-01' } }
const analysed = { diaryNumber: 'D 1', date: '2026-02-01' }
const backup = {
  scope: 'a',
  interval: 'b',
  generations: '7',
  storage: 'c',
  readabilityCheck: 'd',
  restoreTestInterval: 'P12M',
  lastRestoreTestAt: '2026-06-01',
  separateSite: true,
}
const operationsDoc = {
  ref: 'x',
  updatedAt: '2026-05-01',
  coversBackup: true,
  coversRestart: true,
  coversLogs: true,
  coversInstall: true,
  copySeparate: true,
}
const sound: AnyData = {
  ...placed,
  personalData: 'no',
  systemOwnerId: 'per_1',
  systemAdministratorIds: ['per_2'],
  classificationId: { date: '2026-01-01', confidentiality: 3 },
  riskAnalysisIds: [analysed],
  backup,
  operationsDoc,
  lastAccessReviewAt: '2026-03-01',
  logFunction: 'yes',
}
const care: UsingActivity = { sensitive: true, regimes: ['pdl'], special: true, protectedIdentities: 'yes' }
const soundCare: AnyData = {
  ...sound,
  personalData: 'yes',
  logContent: ['who', 'what', 'when', 'unit', 'subject'],
  logRetention: 'P5Y',
  authenticationMethods: ['siths'],
  riskAnalysisIds: [analysed, { ...analysed, type: 'access', coSigned: true }],
  protectedIdentitySupport: 'yes',
  blockingSupport: 'yes',
}

const judged = (kind: AssetKindName, state: string, data: AnyData, activities?: UsingActivity[]): JudgedAsset => ({
  kind,
  state,
  data,
  ...(activities && { activities }),
})
const told = (asset: JudgedAsset) => assetFindings(asset, context).map(({ rule, severity }) => `${rule} ${severity}`)
const thing = (data: AnyData, state = 'inOperation') => told(judged('equipment', state, { ...placed, ...data }))
const device = (data: AnyData, activities: UsingActivity[] = []) =>
  told(judged('medicalDevice', 'inOperation', { ...placed, ...data }, activities))
const system = (data: AnyData, activities: UsingActivity[] = []) =>
  told(judged('application', 'inOperation', { ...sound, ...data }, activities))
const careSystem = (data: AnyData) => told(judged('application', 'inOperation', { ...soundCare, ...data }, [care]))

describe('what is in order', () => {
  it('has no findings', () => {
    expect(thing({})).toEqual([])
    expect(device({})).toEqual([])
    expect(system({})).toEqual([])
    expect(careSystem({})).toEqual([])
  })

  it('is not judged before it is there', () => {
    expect(told(judged('equipment', 'planned', { name: 'x' }))).toEqual([])
    expect(told(judged('application', 'acquisition', { name: 'x' }))).toEqual([])
  })
})

describe('equipment', () => {
  it.each<[string, AnyData, string?]>([
    ['EQ-01 H', { connectedToNetwork: true }],
    ['EQ-02 M', { usingOrgUnitIds: [] }],
    ['EQ-02 M', { responsiblePersonId: 'per_gone' }],
    ['EQ-02 M', { usingOrgUnitIds: ['org_ended'] }],
    ['EQ-03 H', { ...connected, osSupportEnd: '2026-11-21' }],
    ['EQ-04 H', { ...connected, equipmentType: 'pc', patchManaged: false }],
    ['EQ-04 H', { ...connected, equipmentType: 'server', malwareProtection: false }],
    ['EQ-05 H', { hasStorageMedia: true, disposal: { method: 'shredded', at: '2026-01-01', by: 'per_1' } }, 'disposed'],
    ['EQ-06 H', { equipmentType: 'laptop', personalData: 'yes', diskEncryption: false }],
    ['EQ-07 H', { personalData: 'unknown' }, 'missing'],
    ['RA-03 H', { changes: [{ at: '2026-01-01', protectionBypass: true }] }],
    ['GO-05 H', { notes: 'Lånad av 19811218-9876' }],
    ['GO-05 H', { tags: ['811218-9876'] }],
    ['GO-06 M', { secrecyMarks: [{ fieldPath: '/name', provision: '18:8' }], diaryNumber: 'RD 2026-1' }],
    [
      'GO-06 M',
      { secrecyMarks: [{ fieldPath: '/name', provision: '18:8', markedAt: '2026-01-01', markedByAuthority: 'RS' }] },
    ],
  ])('breaks %s with %j', (expected, data, state) => {
    expect(thing(data, state)).toEqual([expected])
  })

  it.each<[AnyData, string?]>([
    [{ ...connected, osSupportEnd: '2026-11-22' }],
    [{ osSupportEnd: '2020-01-01' }],
    [{ ...connected, osSupportEnd: '2020-01-01', protectionException: 'Isolerat nät' }],
    [{ ...connected, equipmentType: 'printer', patchManaged: false }],
    [{ ...connected, equipmentType: 'pc' }],
    [{ equipmentType: 'pc', personalData: 'yes', diskEncryption: false }],
    [{ personalData: 'no' }, 'missing'],
    [{ personalData: 'yes', incidentRefs: [{ ref: 'A 1' }] }, 'missing'],
    [{ hasStorageMedia: false }, 'disposed'],
    [{ serialNumber: '811218-9876', notes: 'Serie 811218-9877' }],
    [{ changes: [{ at: '2026-01-01', protectionBypass: true, riskAnalysisRef: 'D 9' }] }],
  ])('breaks nothing with %j', (data, state) => {
    expect(thing(data, state)).toEqual([])
  })
})

describe('a medical device', () => {
  it.each<[string, AnyData]>([
    ['MD-01 H', { ...connected, itInventoryRef: 'equ_1' }],
    ['MD-04 M', { ...connected, riskAnalysisIds: [analysed] }],
    ['MD-02 H', { riskAnalysisIds: [analysed], softwareChangedAt: '2026-02-02' }],
    ['MD-03 H', { storesPatientData: true }],
    ['MD-03 H', { transmitsPatientData: true }],
    ['MD-05 M', { nextMaintenanceAt: '2026-11-21' }],
  ])('breaks %s with %j', (expected, data) => {
    expect(device(data)).toEqual([expected])
  })

  it('breaks nothing when it is analysed, in both lists, maintained and used', () => {
    const data = { ...connected, riskAnalysisIds: [analysed], itInventoryRef: 'equ_1', nextMaintenanceAt: '2027-01-01' }
    expect(device({ ...data, storesPatientData: true }, [care])).toEqual([])
  })

  it('is not called unused while nobody has looked', () => {
    expect(told(judged('medicalDevice', 'inOperation', { ...placed, storesPatientData: true }))).toEqual([])
  })
})

describe('a system', () => {
  it.each<[string, AnyData]>([
    ['AP-01 H', { personalData: 'yes' }],
    ['AP-01 M', { personalData: 'unknown' }],
    ['AP-05 H', { systemOwnerId: 'per_gone' }],
    ['AP-05 H', { systemAdministratorIds: [] }],
    ['AP-06 M', { classificationId: {} }],
    ['AP-06 M', { classificationId: { date: '2024-11-21', confidentiality: 3 } }],
    ['AP-08 K', { classificationId: { date: '2026-01-01', integrity: 4 } }],
    ['AP-09 H', { riskAnalysisIds: [] }],
    ['AP-09 H', { riskAnalysisIds: [{ ...analysed, date: '2023-11-21' }] }],
    ['AP-09 H', { lastMajorChangeAt: '2026-02-15' }],
    ['AP-12 H', { backup: { ...backup, readabilityCheck: undefined } }],
    ['AP-12 H', { usingOrgUnitIds: ['org_strict'] }],
    [
      'AP-12 H',
      { usingOrgUnitIds: ['org_1', 'org_strict'], backup: { ...backup, interval: 'P1W', generations: '14' } },
    ],
    ['AP-13 H', { backup: { ...backup, lastRestoreTestAt: '2025-11-21' } }],
    ['AP-14 H', { backup: { ...backup, separateSite: false } }],
    ['AP-15 M', { operationsDoc: { ...operationsDoc, coversLogs: false } }],
    ['AP-16 H', { testData: { usesProductionData: true, reviewed: true } }],
    ['AP-17 H', { classificationId: { date: '2026-01-01', availability: 3 }, continuityPlanRef: 'x' }],
    ['AP-19 M', { lastAccessReviewAt: '2025-11-21' }],
    ['AP-19 M', { lastMajorChangeAt: '2026-03-02', riskAnalysisIds: [{ ...analysed, date: '2026-03-02' }] }],
    ['AP-19 M', { usingOrgUnitIds: ['org_1', 'org_moved'] }],
    ['RA-01 M', { riskAnalysisIds: [analysed, { type: 'access', date: '2026-01-01' }] }],
  ])('breaks %s with %j', (expected, data) => {
    expect(system(data)).toEqual([expected])
  })

  it.each<[string, AnyData]>([
    ['AP-02 K', { logFunction: 'no' }],
    ['AP-02 H', { logFunction: 'unknown' }],
    ['AP-02 H', { logFunction: 'partial' }],
    ['AP-03 H', { logContent: ['who', 'what', 'when', 'unit'] }],
    ['AP-04 H', { logRetention: 'P4Y11M' }],
    ['AP-07 M', { classificationId: { date: '2026-01-01', confidentiality: 1 } }],
    ['AP-07 L', { classificationId: { date: '2026-01-01', confidentiality: 2 } }],
    ['AP-06 H', { classificationId: {} }],
    ['AP-10 H', { authenticationMethods: ['password'] }],
    ['AP-11 K', { openNetwork: true }],
    ['AP-18 H', { riskAnalysisIds: [analysed, { ...analysed, type: 'access' }] }],
    ['AP-20 H', { protectedIdentitySupport: 'unknown' }],
    ['AP-23 M', { blockingSupport: 'unknown' }],
  ])('of care breaks %s with %j', (expected, data) => {
    expect(careSystem(data)).toEqual([expected])
  })

  it.each<[AnyData]>([
    [{ usingOrgUnitIds: ['org_before'] }],
    [{ usingOrgUnitIds: ['org_strict'], backup: { ...backup, interval: 'Varje natt', generations: '14' } }],
    [{ lastAccessReviewAt: '2025-11-22' }],
    [{ riskAnalysisIds: [analysed, { type: 'access', note: 'påbörjad' }] }],
    [{ riskAnalysisIds: [{ date: '2023-11-22' }] }],
    [{ classificationId: { date: '2024-11-22', confidentiality: 0 } }],
    [{ classificationId: { date: '2026-01-01', availability: 2 } }],
    [{ backup: { ...backup, lastRestoreTestAt: '2025-11-22' } }],
    [{ backup: { ...backup, restoreTestInterval: 'P24M', lastRestoreTestAt: '2024-11-22' } }],
    [{ testData: { usesProductionData: true, reviewed: true, deidentified: true } }],
    [{ logFunction: 'no' }],
    [{ authenticationMethods: ['password'], openNetwork: true }],
  ])('breaks nothing with %j', (data) => {
    expect(system(data)).toEqual([])
  })

  it.each<[AnyData]>([
    [{ protectedIdentitySupport: 'na' }],
    [{ blockingSupport: 'na' }],
    [{ openNetwork: true, encryptionInTransit: true }],
    [{ authenticationMethods: ['password', 'bankId'] }],
    [{ logRetention: 'P60M' }],
  ])('of care breaks nothing with %j', (data) => {
    expect(careSystem(data)).toEqual([])
  })

  it('past its end breaks AP-21 while it is used', () => {
    const data = { ...soundCare, plannedEndAt: '2026-11-21' }
    expect(told(judged('application', 'phasingOut', data, [care]))).toEqual(['AP-21 H'])
    expect(told(judged('application', 'phasingOut', data, []))).toEqual([])
  })

  it('is judged by the sector rules that stand on it, before any activity uses it', () => {
    const data = { ...sound, logFunction: 'no' as const, subjectRegimes: ['solpul'] }
    expect(told(judged('application', 'inOperation', data))).toContain('AP-02 K')
  })
})

describe('the counts of lists', () => {
  it('leave out what comes and goes with the day and with others’ records', () => {
    const data: AnyData = {
      ...connected,
      connectionApproval: {},
      osSupportEnd: '2020-01-01',
      nextMaintenanceAt: '2020-01-01',
    }
    const counted = (kind: AssetKindName) =>
      countAssetFindings(judged(kind, 'inOperation', data), { ...context, now: today })
    expect(counted('equipment')).toEqual({ K: 0, H: 1, M: 0, L: 0 })
    expect(counted('medicalDevice')).toEqual({ K: 0, H: 2, M: 1, L: 0 })
    expect(countAssetFindings(judged('equipment', 'planned', data), { ...context, now: today })).toBeUndefined()
  })
})

describe('sentences of findings', () => {
  it.each(assetRules.map((rule) => [rule.id, rule] as const))('of %s are there in both languages', (id, rule) => {
    expect(Object.keys(sv)).toContain(id)
    expect(Object.keys(en)).toContain(id)
    for (const language of ['sv', 'en'] as const) {
      const params = { date: '2026-11-21', count: 2 }
      const { detail, action, law } = findingSentences(
        { rule: id, severity: 'H', pointer: '', source: rule.source, params },
        language,
      )
      expect(`${detail}${action}`).not.toMatch(/[{}]/)
      expect(action.length).toBeGreaterThan(10)
      expect(law).not.toMatch(/\b(S0|S4|DSF|HSLF40|HSLF52|CSL|PDL|SoLPUL)\b/)
    }
  })

  it('are for rules that exist', () => {
    expect(Object.keys(sv).sort()).toEqual(assetRules.map(({ id }) => id))
  })
})
