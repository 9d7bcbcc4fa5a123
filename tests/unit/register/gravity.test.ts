import { expect, test } from 'vitest'
import { byGravity } from '../../../functions/register/gravity.ts'

test('the gravest finding comes first', () => {
  const findings = (['M', 'K', 'L', 'H'] as const).map((severity) => ({ severity }))
  expect(findings.toSorted(byGravity).map(({ severity }) => severity)).toEqual(['K', 'H', 'M', 'L'])
})
