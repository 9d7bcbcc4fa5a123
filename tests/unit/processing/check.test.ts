import { describe, expect, it } from 'vitest'
import { checkActivity, linkCount } from '../../../functions/processing/check.ts'
import { everything, having, maximal, ordinary, processorRecord } from './records.ts'

const refusals = (change: Parameters<typeof having>[0], codes = {}) =>
  checkActivity(having(change), { codes }).map(({ pointer, code }) => [pointer, code])

describe('what a shape cannot say', () => {
  it.each([ordinary, maximal, processorRecord, everything])('finds nothing wrong with a sound record', (data) => {
    expect(checkActivity(data, {})).toEqual([])
  })

  it('refuses codes that nobody has defined, wherever they stand', () => {
    expect(refusals({ volume: 'v9', dataCategories: [{ code: 'aura', subjects: ['ghost'] }] })).toEqual([
      ['/volume', 'unknown-code'],
      ['/dataCategories/0/code', 'unknown-code'],
      ['/dataCategories/0/subjects/0', 'unknown-code'],
    ])
    expect(refusals({ purposes: [{ legalBases: [{ basis: 'z' }] }] })).toEqual([
      ['/purposes/0/legalBases/0/basis', 'unknown-code'],
    ])
  })

  it('takes the DSO’s codes, retired ones too, only in their own vocabulary', () => {
    const codes = {
      data: [
        { code: 'ecg', class: 'art9' },
        { code: 'old', retired: true },
      ],
    }
    expect(refusals({ dataCategories: [{ code: 'ecg' }, { code: 'old' }] }, codes)).toEqual([])
    expect(refusals({ searchTerms: ['ecg'] }, codes)).toEqual([['/searchTerms/0', 'unknown-code']])
  })

  it('refuses days that are not in the calendar, and an end before the start', () => {
    expect(refusals({ startDate: '2026-02-29' })).toEqual([['/startDate', 'date']])
    expect(refusals({ startDate: '2028-02-29' })).toEqual([])
    expect(refusals({ startDate: '2026-12-01', plannedEndDate: '2026-11-30' })).toEqual([
      ['/plannedEndDate', 'end-before-start'],
    ])
  })

  it('refuses a personnummer in any free text, and gives it back so that it can be shown', () => {
    const data = having({ rightsNotes: 'Ring 19121212-1212', accessGroups: [{ group: 'A', need: 'om 121212-1212' }] })
    expect(checkActivity(data, {})).toEqual([
      { pointer: '/accessGroups/0/need', code: 'national-id', params: { text: '121212-1212' } },
      { pointer: '/rightsNotes', code: 'national-id', params: { text: '19121212-1212' } },
    ])
  })

  it('leaves source text of an import and organisation numbers alone', () => {
    const imported = { source: 's', reference: 'r', row: 1, fields: { Text: '19121212-1212' } }
    expect(refusals({ imported })).toEqual([])
    expect(refusals({ onBehalfOf: [{ name: 'Enskild firma', orgNumber: '121212-1212' }] })).toEqual([])
  })

  it('refuses a mark of "Saknas eller oklart" at a field that does not exist', () => {
    expect(refusals({ unclear: ['/retentionRules', '/legalBases'] })).toEqual([['/unclear/1', 'unknown-field']])
  })

  it('refuses more links than one save can hold, each counted once', () => {
    const ids = (kind: string, count: number) => Array.from({ length: count }, (_, at) => `${kind}_${at}`)
    const applicationIds = ids('app', 30)
    expect(refusals({ applicationIds, medicalDeviceIds: ids('med', 10) })).toEqual([])
    expect(refusals({ applicationIds, medicalDeviceIds: ids('med', 11) })).toEqual([['/applicationIds', 'too-many']])
    expect(linkCount(having({ applicationIds: ['a', 'a'], processors: [{ supplierId: 's' }, { name: 'n' }] }))).toBe(2)
  })
})
