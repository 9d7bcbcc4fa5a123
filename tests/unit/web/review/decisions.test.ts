import { expect, it } from 'vitest'
import { decisionsOf } from '../../../../web/review/decisions.ts'

it('offers the step onwards first, and sending back beside it', () => {
  expect(decisionsOf(['return', 'forward', 'refuse'], 0)).toEqual({
    primary: 'forward',
    secondary: 'return',
    more: ['refuse'],
  })
  expect(decisionsOf(['return', 'register'], 0)).toEqual({ primary: 'register', secondary: 'return', more: [] })
})

it('makes sending back primary once a question is written', () => {
  expect(decisionsOf(['return', 'forward'], 2)).toMatchObject({ primary: 'return', secondary: 'forward' })
})

it('offers only to take a case that nobody has taken', () => {
  expect(decisionsOf(['take', 'remark'], 1)).toEqual({ primary: 'take', secondary: undefined, more: [] })
})

it('offers nothing to a reader', () => {
  expect(decisionsOf([], 0)).toEqual({ primary: undefined, secondary: undefined, more: [] })
})
