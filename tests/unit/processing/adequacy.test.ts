import { describe, expect, it } from 'vitest'
import { adequacyDecisions, isAdequate, isDpfFresh, isInEea } from '../../../functions/processing/adequacy.ts'

describe('adequacy decisions', () => {
  it('hold from their first to their last day', () => {
    expect(isAdequate('BR', '2026-01-25')).toBe(false)
    expect(isAdequate('BR', '2026-01-26')).toBe(true)
    expect(isAdequate('GB', '2031-12-27')).toBe(true)
    expect(isAdequate('GB', '2031-12-28')).toBe(false)
  })

  it('are those of the domain model, the United States by certification only', () => {
    const countries = 'AD AR CA FO GG IL IM JP JE NZ CH UY KR GB US BR'.split(' ')
    expect(new Set(adequacyDecisions.map(({ country }) => country))).toEqual(new Set(countries))
    expect(isAdequate('US', '2026-11-21')).toBe(false)
    expect(isAdequate('IN', '2026-11-21')).toBe(false)
  })

  it('count the EEA as inside, 30 countries', () => {
    for (const country of ['SE', 'NO', 'IS', 'LI', 'HR']) expect(isInEea(country)).toBe(true)
    for (const country of ['GB', 'CH', 'US']) expect(isInEea(country)).toBe(false)
  })

  it('take a check of the framework’s list for a year', () => {
    expect(isDpfFresh('2025-11-21', '2026-11-21')).toBe(true)
    expect(isDpfFresh('2025-11-20', '2026-11-21')).toBe(false)
    expect(isDpfFresh(undefined, '2026-11-21')).toBe(false)
    expect(isDpfFresh('', '2026-11-21')).toBe(false)
  })
})
