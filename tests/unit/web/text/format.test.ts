import { beforeEach, describe, expect, it } from 'vitest'
import sv from '../../../../web/text/sv/shell.json' with { type: 'json' }
import {
  dateShort,
  dateText,
  dayOf,
  daysBetween,
  dueText,
  listText,
  momentText,
  numberText,
  timeText,
  weekdayText,
} from '../../../../web/text/format.ts'
import { useTextsOf } from '../../../../web/text/text.ts'

const today = '2026-11-21'

describe('dates and numbers in Swedish', () => {
  beforeEach(() => useTextsOf('sv', { shell: sv }))

  it('write days out in text and short in tables, with the year only when it is another', () => {
    expect(dateText('2026-11-19', today)).toBe('19 november')
    expect(dateText('2027-02-01', today)).toBe('1 februari 2027')
    expect(dateShort('2026-11-19', today)).toBe('19 nov')
    expect(weekdayText('2026-12-03')).toBe('torsdag 3 december')
  })

  it('are in Stockholm, whatever zone the browser is in', () => {
    expect(dayOf('2026-11-21T23:30:00Z')).toBe('2026-11-22')
    expect(timeText('2026-11-21T13:03:00Z')).toBe('14:03')
    expect(dateText('2026-06-30T22:30:00Z', today)).toBe('1 juli')
  })

  it('say how long is left, or how late it is', () => {
    expect(dueText('2026-11-21', today)).toBe('i dag')
    expect(dueText('2026-11-22', today)).toBe('i morgon')
    expect(dueText('2026-12-02', today)).toBe('om 11 dagar')
    expect(dueText('2026-11-15', today)).toBe('6 dagar sen')
    expect(dueText('2027-03-21', today)).toBe('om 4 månader')
    expect(dueText('2027-11-21', today)).toBe('om ett år')
    expect(dueText('2029-11-21', today)).toBe('om 3 år')
    expect(dueText('2026-04-26', today)).toBe('7 månader sen')
    expect(dueText('2025-11-20', today)).toBe('ett år sen')
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  })

  it('say when something was saved', () => {
    const now = new Date('2026-11-21T15:00:00Z')
    expect(momentText('2026-11-21T13:03:00Z', now)).toBe('i dag 14:03')
    expect(momentText('2026-11-20T13:03:00Z', now)).toBe('i går 14:03')
    expect(momentText('2026-11-10T13:03:00Z', now)).toBe('10 november')
  })

  it('part thousands with a space that does not break, and lists with och', () => {
    expect(numberText(300_412)).toBe('300\u00a0412')
    expect(listText(['namn', 'hälsa', 'loggar'])).toBe('namn, hälsa och loggar')
  })
})
