import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../functions/register/api.ts'
import type { AgreementData } from '../../../functions/suppliers/agreement-data.ts'
import type { ActivityFacts, AgreementFacts, AssetFacts, SupplierFacts } from '../../../functions/suppliers/facts.ts'
import { agreementFindings, type Around } from '../../../functions/suppliers/findings/agreement.ts'
import { supplierFindings } from '../../../functions/suppliers/findings/supplier.ts'
import { activityFindings, assetFindings } from '../../../functions/suppliers/findings/use.ts'
import { usesOfActivity, usesOfAsset } from '../../../functions/suppliers/coverage.ts'
import { namesOfCodes } from '../../../functions/suppliers/content-names.ts'
import { tellFinding } from '../../../functions/suppliers/finding-sentences.ts'
import en from '../../../functions/suppliers/text/en/findings.json' with { type: 'json' }
import sv from '../../../functions/suppliers/text/sv/findings.json' with { type: 'json' }
import { orgTree } from '../../support/org-tree.ts'

const today = '2026-11-21'
const art28 = { a: true, b: true, c: true, d: true, e: true, f: true, g: true, h: true }

const whole: AgreementData = {
  name: 'PUB',
  type: 'pub',
  supplierId: 'sup_1',
  controllerOrgUnitIds: ['org_hsn'],
  signedAt: '2026-01-01',
  validFrom: '2026-01-01',
  validTo: '2028-12-31',
  art28,
  subProcessorMode: 'specific',
  secrecyBasis: 'osl10_2a',
  secrecyAssessment: { at: '2025-12-01', result: 'notUnsuitable' },
  instruction: { dataCategories: ['health'], subjects: ['patient'], locations: ['SE'] },
  parentAgreementId: 'agr_0',
}

const facts = (data: Partial<AgreementData> = {}, state = 'active', id = 'agr_1'): AgreementFacts => ({
  id,
  kind: 'agreement',
  number: `A-${id}`,
  name: data.name ?? 'PUB',
  state,
  data: { ...whole, ...data },
})
const parent = facts({ type: 'service', name: 'Tjänst' }, 'active', 'agr_0')

const activity = (more: Partial<ActivityFacts> = {}): ActivityFacts => ({
  id: 'act_1',
  kind: 'activity',
  name: 'Journal',
  state: 'registered',
  since: '2026-01-01T00:00:00Z',
  orgUnitId: 'org_hjarta',
  controllerOrgUnitId: 'org_hsn',
  isProcessor: false,
  startDate: '2026-01-01',
  processors: [{ supplierId: 'sup_1' }],
  applicationIds: [],
  dataCategories: ['health'],
  subjects: ['patient'],
  countries: [],
  hasSecrecy: true,
  regimes: ['pdl'],
  thirdCountryTransfer: 'no',
  ...more,
})

const around = (more: Partial<Around> = {}): Around => ({
  today,
  parent,
  others: [],
  activities: [activity()],
  ...more,
})
const rules = (findings: readonly Finding[]) => findings.map(({ rule, severity }) => `${rule} ${severity}`)
const judged = (data: Partial<AgreementData>, more: Partial<Around> = {}, state = 'active') =>
  rules(agreementFindings(facts(data, state), around(more)))

describe('a PUB-avtal in order', () => {
  it('has no findings', () => {
    expect(judged({})).toEqual([])
  })

  it.each<[string, Partial<AgreementData>, string[], Partial<Around>?, string?]>([
    ['lacks a point of 28.3', { art28: { ...art28, g: false } }, ['SU-03 H']],
    ['lacks a point before it binds', { art28: { ...art28, g: false } }, [], {}, 'draft'],
    ['ends in 90 days', { validTo: '2027-02-19' }, ['SU-04 M']],
    ['ends in 91 days', { validTo: '2027-02-20' }, []],
    ['ends within its notice time', { validTo: '2027-05-01', noticeMonths: 6 }, ['SU-04 M']],
    ['has no service agreement above it', {}, ['SU-05 M'], { parent: undefined as never }],
    ['has one that has ended', {}, ['SU-05 M'], { parent: facts({ type: 'service', terminationAt: '2026-11-20' }) }],
    ['has one of another type', {}, ['SU-05 M'], { parent: facts({ type: 'sla' }) }],
    [
      'does not instruct for a category',
      {},
      ['SU-06 H'],
      { activities: [activity({ dataCategories: ['health', 'crime'] })] },
    ],
    ['does not instruct for a subject', {}, ['SU-06 H'], { activities: [activity({ subjects: ['child'] })] }],
    ['does not instruct for a country', {}, ['SU-06 H'], { activities: [activity({ countries: ['US'] })] }],
    [
      'does not instruct for a sub-processor’s country',
      { subProcessors: [{ name: 'X', country: 'US', status: 'approved', decidedAt: '2026-02-01' }] },
      ['SU-06 H'],
    ],
    ['uses one that is not approved', { subProcessors: [{ name: 'X', status: 'active' }] }, ['SU-07 H']],
    ['proposes one', { subProcessors: [{ name: 'X', status: 'proposed' }] }, []],
    [
      'uses one that is announced, generally',
      { subProcessorMode: 'general', subProcessors: [{ name: 'X', status: 'active', notifiedAt: '2026-02-01' }] },
      [],
    ],
    [
      'uses one that is not announced, generally',
      { subProcessorMode: 'general', subProcessors: [{ name: 'X', status: 'active', decidedAt: '2026-02-01' }] },
      ['SU-07 H'],
    ],
    [
      'approved one too late',
      { subProcessors: [{ name: 'X', status: 'approved', decidedAt: '2026-03-02', objectionDeadline: '2026-03-01' }] },
      ['SU-18 M'],
    ],
    ['should have been followed up', { nextFollowUpAt: '2026-11-20' }, ['SU-09 M']],
    ['is to be followed up today', { nextFollowUpAt: today }, []],
    [
      'should have been at a critical supplier',
      { nextFollowUpAt: '2026-11-20' },
      ['SU-09 H'],
      { supplier: { name: 'X', criticality: 'high' } },
    ],
    ['has no basis for secrecy', { secrecyBasis: undefined as never }, ['SU-10 H']],
    ['has no assessment of it', { secrecyAssessment: undefined as never }, ['SU-10 H']],
    ['was assessed as unsuitable', { secrecyAssessment: { at: '2026-01-01', result: 'unsuitable' } }, ['SU-10 H']],
    [
      'covers nothing secret',
      { secrecyBasis: undefined as never },
      [],
      { activities: [activity({ hasSecrecy: false })] },
    ],
    ['has ended for 31 days without the data back', { terminationAt: '2026-10-20' }, ['SU-12 H'], {}, 'terminated'],
    ['has ended for 30 days', { terminationAt: '2026-10-22' }, [], {}, 'terminated'],
    [
      'has the data back',
      { terminationAt: '2026-10-20', dataReturn: { confirmedAt: '2026-10-25' } },
      [],
      {},
      'terminated',
    ],
    ['has run out for long', { validTo: '2026-10-01' }, ['SU-12 H']],
    ['stands beside another', {}, ['SU-17 M'], { others: [facts({}, 'active', 'agr_2')] }],
    [
      'stands beside one of another controller',
      {},
      [],
      { others: [facts({ controllerOrgUnitIds: ['org_rs'] }, 'active', 'agr_2')] },
    ],
  ])('that %s', (_what, data, expected, more, state) => {
    expect(judged(data, more, state)).toEqual(expected)
  })
})

describe('a supplier', () => {
  it.each([
    [
      'has changed and not been assessed for 61 days',
      { changeEvents: [{ kind: 'service', at: '2026-09-21' }] },
      ['SU-08 H'],
    ],
    ['has changed 60 days ago', { changeEvents: [{ kind: 'service', at: '2026-09-22' }] }, []],
    [
      'was assessed after it',
      { changeEvents: [{ kind: 'service', at: '2026-09-01', riskAnalysisId: { date: '2026-09-01' } }] },
      [],
    ],
    [
      'was assessed before it',
      { changeEvents: [{ kind: 'service', at: '2026-09-01', riskAnalysisId: { date: '2026-08-31' } }] },
      ['SU-08 H'],
    ],
    ['should have been followed up', { nextFollowUpAt: '2026-11-20' }, ['SU-09 M']],
    ['is to be followed up today', { nextFollowUpAt: today }, []],
    [
      'is critical and should have been followed up',
      { criticality: 'high', nextFollowUpAt: '2026-11-20', lastFollowUpAt: '2025-11-21' },
      ['SU-09 H'],
    ],
    [
      'is critical and was followed up over a year ago',
      { criticality: 'high', lastFollowUpAt: '2025-11-20' },
      ['SU-16 M'],
    ],
    ['has a certificate that expires today', { certifications: [{ name: 'ISO', validTo: today }] }, []],
    ['is critical and not followed up', { criticality: 'high' }, ['SU-16 M']],
    ['is critical and was analysed within a year', { criticality: 'high', riskAnalysisId: { date: '2025-11-21' } }, []],
    ['has a certificate that has expired', { certifications: [{ name: 'ISO', validTo: '2026-11-20' }] }, ['SU-19 L']],
  ] as const)('that %s', (_what, data, expected) => {
    expect(rules(supplierFindings({ name: 'X', ...data } as never, today))).toEqual(expected)
  })
})

const supplier = (country = 'SE'): SupplierFacts => ({
  id: 'sup_1',
  kind: 'supplier',
  name: 'Linden',
  state: 'active',
  data: { name: 'Linden', country },
})
const surroundings = (agreements: AgreementFacts[] = [facts()], country = 'SE') => ({
  today,
  suppliers: [supplier(country)],
  agreements,
})

describe('an activity', () => {
  const found = (
    one: ActivityFacts,
    applications: AssetFacts[] = [],
    agreements?: AgreementFacts[],
    country?: string,
  ) => rules(activityFindings(one, usesOfActivity(one, orgTree), applications, surroundings(agreements, country)))

  it('lacks a PUB-avtal for each processor that has none in force, once it has begun', () => {
    expect(found(activity())).toEqual([])
    expect(found(activity(), [], [])).toEqual(['SU-01 K'])
    expect(found(activity({ processors: [{ name: 'Okänd AB' }] }))).toEqual(['SU-01 K'])
    expect(found(activity({ startDate: '2026-11-22' }), [], [])).toEqual([])
    expect(found(activity({ endedAt: '2026-11-01' }), [], [])).toEqual([])
    expect(found(activity({ controllerOrgUnitId: 'org_rs' }))).toEqual(['SU-01 K'])
  })

  it('shares records only under an agreement that its controller is party to', () => {
    const shared = (data: Partial<AgreementData> = {}) => facts({ type: 'sharedRecords', ...data }, 'active', 'agr_5')
    const judgedWith = (agreements: AgreementFacts[]) => {
      const one = activity({ regimes: ['svod'] })
      return rules(activityFindings(one, usesOfActivity(one, orgTree), [], { ...surroundings(), shared: agreements }))
    }
    expect(judgedWith([])).toEqual(['SU-14 H'])
    expect(judgedWith([shared()])).toEqual([])
    expect(judgedWith([shared({ controllerOrgUnitIds: ['org_rs'] })])).toEqual(['SU-14 H'])
    expect(judgedWith([shared({ validTo: '2026-11-20' })])).toEqual(['SU-14 H'])
  })

  it('denies a transfer that a system, a supplier or a sub-processor makes', () => {
    const system = { ...asset(), hostingCountries: ['SE', 'US'] }
    expect(found(activity(), [system])).toEqual(['TR-07 H'])
    expect(found(activity(), [], undefined, 'US')).toEqual(['TR-07 H'])
    expect(found(activity(), [], [facts({ subProcessors: [{ name: 'X', country: 'IN', status: 'active' }] })])).toEqual(
      ['TR-07 H'],
    )
    expect(found(activity(), [], [facts({ subProcessors: [{ name: 'X', country: 'IN', status: 'ended' }] })])).toEqual(
      [],
    )
    expect(found(activity({ thirdCountryTransfer: 'yes' }), [system])).toEqual([])
  })
})

function asset(more: Partial<AssetFacts> = {}): AssetFacts {
  return {
    id: 'app_1',
    kind: 'application',
    name: 'Linden',
    state: 'inOperation',
    usingOrgUnitIds: ['org_hjarta'],
    personalData: 'yes',
    suppliers: [{ supplierId: 'sup_1', role: 'support', processesPersonalData: true }],
    hostingCountries: [],
    lastSupplierAccessReviewAt: '2025-11-21',
    ...more,
  }
}

describe('an asset', () => {
  const found = (one: AssetFacts, agreements?: AgreementFacts[], activities = [activity()]) =>
    rules(assetFindings(one, usesOfAsset(one, orgTree), activities, surroundings(agreements)))

  it('lacks a PUB-avtal for each controller that uses it, while it is in operation with personal data', () => {
    expect(found(asset())).toEqual([])
    expect(found(asset({ usingOrgUnitIds: ['org_hjarta', 'org_it'] }))).toEqual(['SU-02 K'])
    expect(found(asset({ usingOrgUnitIds: ['org_it'], state: 'planned' }))).toEqual([])
    expect(found(asset({ usingOrgUnitIds: ['org_it'], personalData: 'no' }))).toEqual([])
  })

  it('lets somebody see what is secret only with a duty of silence', () => {
    const without = facts({ secrecyBasis: 'confidentialityAgreement' })
    expect(found(asset(), [without])).toEqual(['SU-11 H'])
    expect(found(asset(), [without, facts({ type: 'secrecy' }, 'active', 'agr_9')])).toEqual([])
    expect(found(asset(), [without], [activity({ hasSecrecy: false })])).toEqual([])
    expect(
      found(asset({ suppliers: [{ supplierId: 'sup_1', role: 'vendor', processesPersonalData: true }] }), [without]),
    ).toEqual([])
  })

  it('may be leased with media only when an agreement says how they are wiped', () => {
    const leased = asset({ ownership: 'leased', hasStorageMedia: true, personalData: 'no' })
    expect(found(leased)).toEqual(['SU-13 M'])
    expect(found(leased, [facts({ mediaDisposalClause: true })])).toEqual([])
    expect(found({ ...leased, ownership: 'owned' })).toEqual([])
  })
})

describe('a system that a supplier gets into', () => {
  const found = (more: Partial<AssetFacts>) => rules(assetFindings(asset(more), [], [], surroundings()))

  it.each<[string, Partial<AssetFacts>, string[]]>([
    ['was looked through a year ago', { lastSupplierAccessReviewAt: '2025-11-21' }, []],
    ['was looked through a year and a day ago', { lastSupplierAccessReviewAt: '2025-11-20' }, ['SU-15 M']],
    ['was never looked through', { lastSupplierAccessReviewAt: undefined as never }, ['SU-15 M']],
    ['is only planned', { lastSupplierAccessReviewAt: undefined as never, state: 'planned' }, []],
    ['is decommissioned', { lastSupplierAccessReviewAt: undefined as never, state: 'decommissioned' }, []],
    ['is no application', { lastSupplierAccessReviewAt: undefined as never, kind: 'medicalDevice' }, []],
    [
      'is only bought from the supplier',
      { lastSupplierAccessReviewAt: undefined as never, suppliers: [{ supplierId: 'sup_1', role: 'vendor' }] },
      [],
    ],
  ])('%s', (_what, more, expected) => {
    expect(found(more)).toEqual(expected)
  })
})

/** The sources of domain section 5, rule by rule; where it gives none, or a rule is the house's own, what it rests on. */
const sources: { readonly [rule: string]: string } = {
  'SU-01': 'DSF 28.3, S0',
  'SU-02': 'DSF 28.3, S0',
  'SU-03': 'DSF 28.3 a–h',
  'SU-04': 'DSF 28.3',
  'SU-05': 'S0',
  'SU-06': 'DSF 28.3, 29',
  'SU-07': 'DSF 28.2, 28.4',
  'SU-08': 'S0',
  'SU-09': 'DSF 28.1, 28.3 h, S0',
  'SU-10': 'OSL 10:2 a, TPL',
  'SU-11': 'S0',
  'SU-12': 'DSF 28.3 g',
  'SU-13': 'S0',
  'SU-14': 'S0, SVOD',
  'SU-15': 'S0',
  'SU-16': 'CSL 2:3 p 4',
  'SU-17': 'DSF 28.3',
  'SU-18': 'DSF 28.2',
  'SU-19': 'DSF 28.1',
  'TR-07': 'DSF 30.1 e',
  'GO-06': 'OSL 5:1, 5:5',
}

describe('the source of a finding', () => {
  it('is the domain model’s, for every rule there is', () => {
    const bare = activity({ regimes: ['svod'] })
    const system = asset({ ownership: 'leased', hasStorageMedia: true, lastSupplierAccessReviewAt: undefined as never })
    const late = { at: '2026-01-01', kind: 'service' as const }
    const secrecyMarks = [{ fieldPath: '/notes', provision: '18:8', markedAt: '2026-01-01', markedByAuthority: 'X' }]
    const all = [
      ...agreementFindings(
        facts({
          art28: {},
          validTo: '2026-12-01',
          parentAgreementId: undefined as never,
          nextFollowUpAt: '2026-01-01',
          secrecyBasis: undefined as never,
          subProcessors: [
            { name: 'X', status: 'active' },
            { name: 'Y', status: 'approved', decidedAt: '2026-03-02', objectionDeadline: '2026-03-01' },
          ],
        }),
        around({
          parent: undefined as never,
          activities: [activity({ subjects: ['child'] })],
          others: [facts({}, 'active', 'agr_2')],
        }),
      ),
      ...agreementFindings(facts({ terminationAt: '2026-01-20' }, 'terminated'), around()),
      ...supplierFindings(
        {
          name: 'X',
          secrecyMarks,
          criticality: 'high',
          changeEvents: [late],
          certifications: [{ name: 'ISO', validTo: '2026-01-01' }],
        },
        today,
      ),
      ...activityFindings(bare, usesOfActivity(bare, orgTree), [], { ...surroundings([], 'US'), shared: [] }),
      ...assetFindings(system, usesOfAsset(system, orgTree), [activity()], surroundings([])),
    ]
    expect(Object.fromEntries(all.map(({ rule, source }) => [rule, source]))).toEqual(sources)
    expect(Object.keys(sv).toSorted()).toEqual(Object.keys(sources).toSorted())
  })
})

describe('the words of a finding', () => {
  it.each(Object.keys(sv))('%s says what is wrong, what to do and by which law, in both languages', (rule) => {
    expect(Object.keys(en)).toContain(rule)
    for (const language of ['sv', 'en'] as const) {
      const told = tellFinding({ rule, severity: 'H', pointer: '', source: 'DSF 28.3' }, language, namesOfCodes)
      expect([told.detail, told.action].every((text) => /^\S.*\.$/.test(text))).toBe(true)
      expect(told.law).toMatch(/28/)
    }
  })
})
