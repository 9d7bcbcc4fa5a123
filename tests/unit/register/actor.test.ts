import { describe, expect, it } from 'vitest'
import { holds, holdsAnywhere, holdsOnly, unitsOf } from '../../../functions/register/actor.ts'
import { dayOf } from '../../../functions/register/core.ts'
import { person } from './paper.ts'

describe('a role', () => {
  const north = person('p', ['editor'], 'north')

  it('holds in its unit and those below, and nowhere else', () => {
    expect(['north', 'south', 'root', undefined, 'unknown'].map((unit) => holds(north, 'editor', unit))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
    expect(holds(person('p', ['editor']), 'editor', 'south')).toBe(true)
    expect(unitsOf(person('p', ['editor', 'editor']), 'editor')).toEqual(['root', 'north', 'south'])
    expect(unitsOf(north, 'secretary')).toEqual([])
  })

  it('is held anywhere, or alone', () => {
    expect([holdsAnywhere(north, 'editor'), holdsAnywhere(north, 'secretary')]).toEqual([true, false])
    expect([holdsOnly(north, 'editor'), holdsOnly(person('p', ['editor', 'secretary']), 'editor')]).toEqual([
      true,
      false,
    ])
    expect(holdsOnly(person('p'), 'editor')).toBe(false)
  })
})

describe('a day', () => {
  it('is that of Stockholm, in winter and in summer', () => {
    expect(dayOf('2026-11-21T22:59:59.999Z')).toBe('2026-11-21')
    expect(dayOf('2026-11-21T23:00:00.000Z')).toBe('2026-11-22')
    expect(dayOf('2026-07-21T22:00:00.000Z')).toBe('2026-07-22')
  })
})
