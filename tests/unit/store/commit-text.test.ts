import fc from 'fast-check'
import { expect, it } from 'vitest'
import { commitOf, commitText } from '../../../functions/store/commit-text.ts'
import type { Condition, Json, Write } from '../../../functions/store/store.ts'

const text = fc.constantFrom('a', 'b', 'å', '0', '')
const key = fc.record({ pk: text, sk: text })
const body = fc.oneof(text, fc.constantFrom<Json>(null, 0, false, [], ['a', 0], { put: 1 }))
const condition = fc.constantFrom<Condition>('absent', 'exists', { version: 2 })
const put = fc.record({
  put: fc.record(
    { pk: text, sk: text, body, version: fc.nat(3), expiresAt: fc.nat(3) },
    { requiredKeys: ['pk', 'sk', 'body'] },
  ),
})
const guardedPut = fc.record({ put: fc.record({ pk: text, sk: text, body }), if: condition })
const write = fc.oneof(put, guardedPut, fc.record({ delete: key }), fc.record({ check: key, if: condition }))

it('a commit comes out of its text as it went in, whatever its writes have in common', () => {
  fc.assert(
    fc.property(fc.array(write as fc.Arbitrary<Write>), (writes) => {
      expect(commitOf(commitText(writes, 'token'))).toEqual({ writes, token: 'token' })
    }),
    { numRuns: 500 },
  )
})

it('what the rows of a record have in common is said once', () => {
  const body = 'what a list shows of the record '.repeat(10)
  const rows = ['all', 'state=planned', 'type=pc'].map((pk) => ({ put: { pk, sk: 'name#equ_1', body } }))
  expect(commitText(rows, 'token').length).toBeLessThan(2 * body.length)
})
