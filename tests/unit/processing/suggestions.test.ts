import { describe, expect, it } from 'vitest'
import type { ActivityData } from '../../../functions/processing/data.ts'
import { progressOf } from '../../../functions/processing/progress.ts'
import { suggestionsFor } from '../../../functions/processing/suggestions.ts'
import { context, having, maximal, ordinary, processorRecord } from './records.ts'

const purpose = ordinary.purposes![0]!
const suggested = (change: Partial<ActivityData>, question: string) =>
  suggestionsFor(having(change), context).find((suggestion) => suggestion.question === question)

describe('suggestions', () => {
  it('are none where everything is answered', () => {
    expect(suggestionsFor(ordinary, context)).toEqual([])
    expect(suggestionsFor({}, context)).toEqual([])
  })

  it('propose the nearest board above the unit as controller', () => {
    const tree = {
      ...context,
      unitPath: () => ['org_clinic', 'org_hospital', 'org_board', 'org_region'],
      unitKind: (id: string) => ({ org_board: 'board', org_region: 'principal' })[id] ?? 'unit',
    }
    const [suggestion] = suggestionsFor({ orgUnitId: 'org_clinic' }, tree)
    expect(suggestion).toMatchObject({
      question: 'A5',
      set: { controllerOrgUnitId: 'org_board' },
      from: { key: 'organisation' },
    })
    expect(suggestionsFor({ orgUnitId: 'org_clinic', registerRole: 'processor' }, tree)).toEqual([])
  })

  it('propose whoever notifies as contact', () => {
    expect(suggested({ contactPersonId: undefined, initiatorId: 'per_me' }, 'A9')?.set).toEqual({
      contactPersonId: 'per_me',
    })
  })

  it('know who notifies from the context where the record does not say', () => {
    const [suggestion] = suggestionsFor({}, { ...context, notifierId: 'per_me' })
    expect(suggestion).toMatchObject({ question: 'A9', set: { contactPersonId: 'per_me' }, from: { key: 'initiator' } })
  })

  it.each([
    ['pdl', 'h', '25:1'],
    ['svod', 'h', '25:1'],
    ['qualityRegister', 'h', '25:1'],
    ['solpul', 'h', '26:1'],
    ['lss', 'h', '26:1'],
    ['employment', 'b', '39:2'],
  ])('follow from the sector rule %s', (regime, exception, secrecy) => {
    const change = {
      legalRegimes: [regime],
      art9Exceptions: undefined,
      art9NationalSupport: undefined,
      secrecyProvisions: undefined,
    }
    const art9 = suggested(change, 'D2')!
    expect(art9.set.art9Exceptions).toEqual([exception])
    expect(art9.set.art9NationalSupport?.length).toBeGreaterThan(0)
    expect(art9.from).toEqual({ key: `regime.${regime}` })
    expect(suggested(change, 'D7')?.set).toEqual({ secrecyProvisions: [secrecy] })
  })

  it('propose basis and act for each purpose that has none, and leave the others alone', () => {
    const purposes = [purpose, { text: 'Följa upp vårdens kvalitet.' }]
    const set = suggested({ purposes }, 'B3')?.set.purposes
    expect(set?.[0]).toEqual(purpose)
    expect(set?.[1]?.legalBases).toEqual([
      {
        basis: 'e',
        variant: 'publicInterest',
        support: [{ act: 'Patientdatalagen (2008:355)', provision: '2 kap. 4 §' }],
      },
    ])
  })

  it('propose the act alone where the basis is chosen', () => {
    const purposes = [{ ...purpose, legalBases: [{ basis: 'e' }] }]
    expect(suggested({ purposes }, 'B4')?.set.purposes?.[0]?.legalBases?.[0]?.support).toHaveLength(1)
    expect(suggested({ purposes }, 'B3')).toBeUndefined()
    expect(suggested({ art9NationalSupport: undefined }, 'D3')?.set.art9NationalSupport).toHaveLength(2)
  })

  it('propose ten years for patient records and five for social services', () => {
    expect(suggested({ retentionRules: undefined }, 'G1')?.set.retentionRules).toEqual([
      expect.objectContaining({ categories: 'all', min: true, period: 'P10Y', trigger: 'lastEntry' }),
    ])
    expect(suggested({ retentionRules: undefined, legalRegimes: ['lss'] }, 'G1')?.set.retentionRules?.[0]?.period).toBe(
      'P5Y',
    )
    expect(suggested({ retentionRules: undefined, legalRegimes: ['general'] }, 'G1')).toBeUndefined()
  })

  it('work out the criteria of J1 from the answers', () => {
    const all = having(
      { dpiaCriteria: undefined, profiling: true, volume: 'v4', dataSubjectCategories: ['patient'], usesAi: 'yes' },
      maximal,
    )
    const byQuestion = Object.fromEntries(suggestionsFor(all, context).map(({ question, set }) => [question, set]))
    expect(byQuestion['J1']?.dpiaCriteria).toEqual([
      'evaluation',
      'automated',
      'sensitive',
      'largeScale',
      'vulnerable',
      'newTech',
    ])
    expect(suggested({ dpiaMandatoryCases: undefined, volume: 'v5' }, 'J2')?.set).toEqual({ dpiaMandatoryCases: ['b'] })
    expect(suggested({ dpiaMandatoryCases: undefined }, 'J2')).toBeUndefined()
  })

  it('are not made where "Saknas eller oklart" was chosen', () => {
    expect(suggested({ art9Exceptions: undefined, unclear: ['/art9Exceptions'] }, 'D2')).toBeUndefined()
  })
})

describe('the step list', () => {
  const statusOf = (data: ActivityData, id: string, wrong: string[] = []) =>
    progressOf(data, context, wrong)
      .flatMap((section) => [section, ...section.questions])
      .find((entry) => entry.id === id)?.status

  it('is done for a complete record', () => {
    expect(new Set(progressOf(ordinary, context).map(({ status }) => status))).toEqual(new Set(['done']))
  })

  it('has not started anything in an empty record, and counts what is missing', () => {
    const sections = progressOf({}, context)
    expect(new Set(sections.map(({ status }) => status))).toEqual(new Set(['notStarted']))
    expect(sections.find(({ id }) => id === 'C')).toMatchObject({ missing: 3, wrong: 0 })
  })

  it('tells missing, wrong, not applicable, suggested, optional and answered questions apart', () => {
    const data = having({ searchTerms: undefined, art9Exceptions: undefined })
    expect(statusOf(data, 'D8')).toBe('missing')
    expect(statusOf(data, 'D2')).toBe('suggestion')
    expect(statusOf(data, 'D5')).toBe('notApplicable')
    expect(statusOf(data, 'D1')).toBe('done')
    expect(statusOf(data, 'H2')).toBe('optional')
    expect(statusOf(data, 'D')).toBe('missing')
    expect(statusOf(data, 'D', ['/nationalIdJustification'])).toBe('wrong')
    expect(statusOf(data, 'D6', ['/nationalIdJustification'])).toBe('wrong')
  })

  it('does not count an answer to purposes as an answer to their basis', () => {
    const data = having({ purposes: [{ text: 'Påminna patienter om återbesök.' }], legalRegimes: ['general'] })
    expect(statusOf(data, 'B1')).toBe('done')
    expect(statusOf(data, 'B3')).toBe('missing')
  })

  it('asks a processor only for its own set', () => {
    const sections = progressOf(processorRecord, context)
    expect(sections.find(({ id }) => id === 'G')?.status).toBe('optional')
    expect(sections.reduce((sum, { missing }) => sum + missing, 0)).toBe(0)
  })

  it('takes "Saknas eller oklart" as an answer', () => {
    expect(statusOf(having({ art9Exceptions: undefined, unclear: ['/art9Exceptions'] }), 'D2')).toBe('done')
  })
})
