import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import en from '../../../functions/http/text/en/problem.json' with { type: 'json' }
import sv from '../../../functions/http/text/sv/problem.json' with { type: 'json' }

const functions = join(import.meta.dirname, '../../../functions')

/** Every reason that the engine or the HTTP layer gives for a refusal. */
function reasonsGiven(): string[] {
  const files = ['register', 'http', 'directory'].flatMap((folder) =>
    readdirSync(join(functions, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(functions, folder, name), 'utf8')),
  )
  const named = files.flatMap((text) => [...text.matchAll(/reason: '([a-z0-9-]+)'/g)].map((match) => match[1]!))
  return [...new Set(named)].toSorted()
}

test('every reason for a refusal has a sentence in both languages', () => {
  const reasons = reasonsGiven()
  expect(reasons).toContain('wrong-state')
  expect(reasons.filter((reason) => !(reason in sv.reasons))).toEqual([])
  expect(reasons.filter((reason) => !(reason in en.reasons))).toEqual([])
})

test('every sentence of a problem ends as one', () => {
  const sentences = [sv, en].flatMap(({ codes, reasons, fields, unexpected }) => [
    ...Object.values(codes).map(({ detail }) => detail),
    ...Object.values(reasons),
    ...Object.values(fields),
    unexpected.detail,
  ])
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÅÄÖ{].*\.$/)
})
