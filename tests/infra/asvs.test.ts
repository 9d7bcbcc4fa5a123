import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import asvs from '../../docs/asvs.json' with { type: 'json' }
import { readSource, root } from '../support/source-files.ts'

interface Requirement {
  id: string
  level: number
  /** `file > a part of the title of a test in it` */
  tests?: string[]
  /** Why it does not apply, or who else sees to it. */
  reason?: string
  /** What is still missing. */
  open?: string
}

const requirements: Requirement[] = asvs.requirements
/** How many requirements of each level ASVS 5.0.0 has. */
const counts = { 1: 70, 2: 183 }
const mostOpen = 0

/** The evidence of a requirement that leads nowhere. */
function missing({ tests = [] }: Requirement): string[] {
  return tests.filter((evidence) => {
    const [file, title] = evidence.split(' > ', 2)
    return !title || !existsSync(join(root, file!)) || !readSource(file!).includes(title)
  })
}

describe('docs/asvs.json', () => {
  it('has every requirement of levels 1 and 2, once', () => {
    expect(new Set(requirements.map(({ id }) => id)).size).toBe(requirements.length)
    for (const [level, count] of Object.entries(counts))
      expect(requirements.filter((one) => one.level === Number(level))).toHaveLength(count)
  })

  it('answers each by tests, by a reason, or by what is missing', () => {
    const answers = ({ tests, reason, open }: Requirement) => [tests, reason, open].filter(Boolean).length
    expect(requirements.filter((one) => answers(one) !== 1)).toEqual([])
    expect(requirements.filter(({ reason, open }) => (reason ?? open ?? 'x'.repeat(20)).length < 15)).toEqual([])
  })

  it('names only tests that there are', () => {
    expect(requirements.flatMap(missing)).toEqual([])
  })

  it('would notice a test that is gone, renamed or in a file that is gone', () => {
    const tests = [
      'tests/infra/asvs.test.ts > is no more here',
      'tests/infra/gone.test.ts > is',
      'tests/infra/asvs.test.ts',
    ]
    // Put together here, so that this very file does not hold the title it must not find.
    tests[0] = tests[0]!.replace('no more', ['no', 'longer', 'to be found'].join(' '))
    expect(missing({ id: 'V0.0.0', level: 1, tests })).toEqual(tests)
  })

  it('leaves little open, and says what', () => {
    expect(requirements.filter(({ open }) => open).length).toBeLessThanOrEqual(mostOpen)
  })
})
