import { expect, it } from 'vitest'
import { signOf, signsOf } from '../../../../functions/register/rows/facet-signs.ts'

it('gives every value one sign that neither JSON nor a row takes for anything else', () => {
  const signs = new Set(Array.from({ length: 5000 }, (_, at) => signOf('unit', `org_${at}`)))
  expect(signs.size).toBe(88)
  for (const sign of signs) {
    expect(JSON.stringify(sign)).toBe(`"${sign}"`)
    expect(sign).toMatch(/^[#-{]$/)
    expect('|').not.toBe(sign)
  }
})

it('gives a row the signs of all its values, each once', () => {
  const signs = signsOf({ state: ['filed'], unit: ['north', 'south', 'north'], topic: [] })
  for (const [facet, value] of [
    ['state', 'filed'],
    ['unit', 'north'],
    ['unit', 'south'],
  ] as const)
    expect(signs).toContain(signOf(facet, value))
  expect(signs.length).toBeLessThanOrEqual(3)
  expect(signsOf({})).toBe('')
})
