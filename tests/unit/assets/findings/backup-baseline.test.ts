import { describe, expect, it } from 'vitest'
import { belowBaseline, periodInDays } from '../../../../functions/assets/findings/backup-baseline.ts'

describe('how often something is done', () => {
  it.each([
    ['P1D', 1],
    ['Varje natt', 1],
    ['dagligen kl. 02', 1],
    ['Full kopia varje vecka, ändringar varje dygn', 1],
    ['var 4:e timme', 4 * 0.0417],
    ['every 4 hours', 4 * 0.0417],
    ['2 ggr per dygn', 0.5],
    ['en gång i veckan', 7],
    ['14 generationer, tagna varje vecka', 7],
    ['Kvartalsvis', 91.3],
    ['årligen', 365.25],
    ['24h', 24 * 0.0417],
  ])('is read from %j', (text, days) => {
    expect(periodInDays(text)).toBeCloseTo(days, 1)
  })

  it.each(['', 'enligt rutin', 'arkivet', 'löpande'])('is not guessed from %j', (text) => {
    expect(periodInDays(text)).toBeUndefined()
  })
})

describe('the baseline of copies', () => {
  const baseline = { interval: 'P1D', generations: 14, readabilityCheck: 'P6M' }

  it('names each part that falls short', () => {
    const backup = { interval: 'varje vecka', generations: '7 st', readabilityCheck: 'en gång om året' }
    expect(belowBaseline(backup, baseline)).toEqual(['interval', 'generations', 'readabilityCheck'])
  })

  it('is met by what is as good, better, or written so that nobody can tell', () => {
    expect(
      belowBaseline({ interval: 'varje natt', generations: '7 dagliga, 14 i allt', readabilityCheck: 'P6M' }, baseline),
    ).toEqual([])
    expect(
      belowBaseline({ interval: 'löpande', generations: 'enligt plan', readabilityCheck: 'vid behov' }, baseline),
    ).toEqual([])
    expect(belowBaseline({}, baseline)).toEqual([])
    expect(belowBaseline({ interval: 'P1Y', generations: '1' }, {})).toEqual([])
  })
})
