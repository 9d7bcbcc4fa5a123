import { describe, expect, it } from 'vitest'
import { form } from '../../../../functions/processing/form.ts'
import type { ActivityData } from '../../../../functions/processing/data.ts'
import { grouped } from '../../../../web/questions/grouped.ts'

const context = { today: '2026-11-21' }

function parts(section: string, data: ActivityData): string[] {
  const { questions } = form.find((entry) => entry.id === section)!
  return grouped(questions, data, context).map((part) => {
    const ids = part.questions.map((question) => question.id).join(' ')
    return part.kind === 'follow' ? `${part.cause.question}: ${ids}` : `${part.kind} ${ids}`
  })
}

describe('the questions of a section in stretches', () => {
  it('hold what is always asked together and say what does not apply', () => {
    expect(parts('C', {})).toEqual(['plain C1 C2 C3', 'absent C4'])
  })

  it('hang a follow-up on the answer that called for it', () => {
    expect(parts('C', { includesProtectedIdentities: 'yes' })).toEqual(['plain C1 C2 C3', 'C3: C4'])
  })

  it('keep follow-ups of a follow-up with it', () => {
    const data: ActivityData = { dataCategories: [{ code: 'health' }, { code: 'personnummer' }], art9Exceptions: ['h'] }
    expect(parts('D', data)).toEqual(['plain D1', 'D1: D2 D3 D4', 'absent D5', 'D1: D6', 'plain D7 D8'])
  })

  it('never lose a question or change the order', () => {
    for (const section of form) {
      const ids = grouped(section.questions, { registerRole: 'processor' }, context).flatMap((part) => part.questions)
      expect(ids).toEqual([...section.questions])
    }
  })
})
