import { expect, it } from 'vitest'
import fc from 'fast-check'
import { codeFrom } from '../../../../web/admin/code-name.ts'

it('makes a code of an English name', () => {
  expect(codeFrom('Sick leave', [])).toBe('sickLeave')
  expect(codeFrom('Sick leave', ['sickLeave', 'sickLeave2'])).toBe('sickLeave3')
})

it('makes a code that the server takes, of any name', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), (name) => {
      expect(codeFrom(name, [])).toMatch(/^[a-z][A-Za-z0-9]{1,59}$/)
    }),
  )
})
