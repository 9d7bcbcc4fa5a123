import { describe, expect, test } from 'vitest'
import { swedishOffsetMs } from '../../../functions/register/swedish-time.ts'

const hourMs = 60 * 60 * 1000
const platform = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Stockholm', timeZoneName: 'longOffset' })

function platformOffsetMs(timeMs: number): number {
  const name = platform.formatToParts(timeMs).find(({ type }) => type === 'timeZoneName')?.value
  return Number(/^GMT\+0([12]):00$/.exec(name ?? '')?.[1]) * hourMs
}

describe('Swedish time', () => {
  test.each([
    ['2026-03-29T00:59:59.999Z', 1],
    ['2026-03-29T01:00:00.000Z', 2],
    ['2026-10-25T00:59:59.999Z', 2],
    ['2026-10-25T01:00:00.000Z', 1],
    ['2027-01-01T00:00:00.000Z', 1],
  ])('is at %s ahead of UTC by %i hours', (time, hours) => {
    expect(swedishOffsetMs(Date.parse(time))).toBe(hours * hourMs)
  })

  test('is what the platform says, every six hours from 1996 to 2060', () => {
    const wrong: string[] = []
    for (let time = Date.UTC(1996, 0, 1, 1); time < Date.UTC(2060, 0, 1); time += 6 * hourMs) {
      if (swedishOffsetMs(time) !== platformOffsetMs(time)) wrong.push(new Date(time).toISOString())
    }
    expect(wrong).toEqual([])
  })
})
