import { expect, test } from 'vitest'
import { createClock } from '../../functions/clock.ts'

test('a clock shows the start it was given, and runs on', () => {
  let realMs = 1_000_000
  const clock = createClock(() => realMs, '2026-11-21T12:00:00Z')
  expect(clock.now()).toBe('2026-11-21T12:00:00.000Z')
  realMs += 90_500
  expect(clock.now()).toBe('2026-11-21T12:01:30.500Z')
  expect(clock.ms()).toBe(Date.parse('2026-11-21T12:01:30.500Z'))
})

test('a clock without a start shows the real time', () => {
  expect(createClock(() => 0).now()).toBe('1970-01-01T00:00:00.000Z')
})

test('a start that is no time is refused', () => {
  expect(() => createClock(Date.now, 'tomorrow')).toThrow('CLOCK is no RFC 3339 time: tomorrow')
})
