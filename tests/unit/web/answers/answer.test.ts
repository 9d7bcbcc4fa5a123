import { beforeEach, describe, expect, it } from 'vitest'
import { question } from '../../../../functions/processing/form.ts'
import dataVocabulary from '../../../../functions/processing/text/sv/data-vocabulary.json' with { type: 'json' }
import vocabulary from '../../../../functions/processing/text/sv/vocabulary.json' with { type: 'json' }
import answers from '../../../../web/text/sv/answers.json' with { type: 'json' }
import parts from '../../../../web/text/sv/parts.json' with { type: 'json' }
import { answerOf, answerText, isAnswered } from '../../../../web/answers/answer.ts'
import { codeLabel, type Words } from '../../../../web/answers/words.ts'
import { useTextsOf } from '../../../../web/text/text.ts'

const words: Words = {
  person: (id) => `person ${id}`,
  unit: (id) => `enhet ${id}`,
  record: (id) => `post ${id}`,
  code: codeLabel,
}

beforeEach(() => useTextsOf('sv', { vocabulary, 'data-vocabulary': dataVocabulary, answers, parts }))

describe('reading an answer', () => {
  it('says codes as one sentence, in lower case after the first', () => {
    const { lines } = answerOf(question('E1'), { operations: ['collect', 'store'] }, words)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^\p{Lu}.*, \p{Ll}/u)
  })

  it('says a rule of retention in words', () => {
    const rule = {
      categories: 'all' as const,
      action: 'preserve' as const,
      period: 'P10Y',
      min: true,
      trigger: 'lastEntry',
    }
    const { lines } = answerOf(question('G1'), { retentionRules: [rule] }, words)
    expect(lines[0]).toMatch(/^Alla uppgifter: Bevaras.*, minst 10 år efter/)
  })

  it('gives one line for each row of a list', () => {
    const accessGroups = [{ group: 'Läkare', need: 'vård' }, { group: 'Sekreterare' }]
    expect(answerOf(question('E9'), { accessGroups }, words).lines).toEqual(['Läkare (vård)', 'Sekreterare'])
  })

  it('tells none from no answer', () => {
    expect(answerOf(question('F1'), { noRecipients: true }, words).lines).toEqual(['Inga mottagare'])
    expect(answerOf(question('J1'), { dpiaCriteria: [] }, words).lines).toEqual(['Inget av detta'])
    expect(isAnswered(answerOf(question('F1'), {}, words))).toBe(false)
  })

  it('says that an answer is missing or unclear, also deep in a list', () => {
    const answer = answerOf(
      question('B3'),
      { purposes: [{ text: 'Vård' }], unclear: ['/purposes/0/legalBases'] },
      words,
    )
    expect(answerText(answer)).toBe('Saknas eller oklart')
  })

  it('says that an answer is secret, never what it is', () => {
    const masked = { securityDescription: { secrecy: 'OSL 18:8' } } as object
    const answer = answerOf(question('H2'), masked, words)
    expect(answer).toMatchObject({ lines: [], secrecy: 'OSL 18:8' })
    expect(answerText(answer)).toBe('Sekretess, OSL 18:8')
  })

  it('names people and units', () => {
    expect(answerOf(question('A9'), { contactPersonId: 'per_1' }, words).lines).toEqual(['person per_1'])
    expect(answerOf(question('A4'), { orgUnitId: 'org_1' }, words).lines).toEqual(['enhet org_1'])
  })
})
