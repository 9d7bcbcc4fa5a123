import { describe, expect, it } from 'vitest'
import { rules } from '../../../functions/processing/findings.ts'
import { activityFields, questions } from '../../../functions/processing/form.ts'
import { requirementsFor } from '../../../functions/processing/requirements.ts'
import { fieldLabel, sentence, textAt, type Texts } from '../../../functions/processing/text.ts'
import enFindings from '../../../functions/processing/text/en/findings.json' with { type: 'json' }
import enForm from '../../../functions/processing/text/en/form.json' with { type: 'json' }
import enRequirements from '../../../functions/processing/text/en/requirements.json' with { type: 'json' }
import enStates from '../../../functions/processing/text/en/states.json' with { type: 'json' }
import enSuggestions from '../../../functions/processing/text/en/suggestions.json' with { type: 'json' }
import enDataVocabulary from '../../../functions/processing/text/en/data-vocabulary.json' with { type: 'json' }
import enVocabulary from '../../../functions/processing/text/en/vocabulary.json' with { type: 'json' }
import svFindings from '../../../functions/processing/text/sv/findings.json' with { type: 'json' }
import svForm from '../../../functions/processing/text/sv/form.json' with { type: 'json' }
import svRequirements from '../../../functions/processing/text/sv/requirements.json' with { type: 'json' }
import svStates from '../../../functions/processing/text/sv/states.json' with { type: 'json' }
import svSuggestions from '../../../functions/processing/text/sv/suggestions.json' with { type: 'json' }
import svDataVocabulary from '../../../functions/processing/text/sv/data-vocabulary.json' with { type: 'json' }
import svVocabulary from '../../../functions/processing/text/sv/vocabulary.json' with { type: 'json' }
import { vocabularies } from '../../../functions/processing/vocabulary.ts'
import { questionList } from './question-list.ts'
import { context } from './records.ts'

const languages: [string, { [topic: string]: Texts }][] = [
  [
    'sv',
    {
      form: svForm,
      vocabulary: { ...svVocabulary, ...svDataVocabulary },
      findings: svFindings,
      requirements: svRequirements,
      suggestions: svSuggestions,
      states: svStates,
    },
  ],
  [
    'en',
    {
      form: enForm,
      vocabulary: { ...enVocabulary, ...enDataVocabulary },
      findings: enFindings,
      requirements: enRequirements,
      suggestions: enSuggestions,
      states: enStates,
    },
  ],
]

function keysOf(texts: Texts, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  )
}

function wordsOf(texts: Texts): string[] {
  return Object.values(texts).flatMap((value) => (typeof value === 'string' ? [value] : wordsOf(value)))
}

describe.each(languages)('the texts in %s', (_language, texts) => {
  it.each([['T'], ...questionList])('word question %s whole', (id) => {
    for (const part of ['label', 'short', 'help', 'why', 'law'])
      expect(textAt(texts['form']!, `${id}.${part}`)).toBeTruthy()
  })

  it.each(questionList)('label the fields of %s', (id, ...fields) => {
    const several = fields.length > 1
    for (const field of fields) {
      const path = field.replace('!', '').split('.')
      const own =
        textAt(texts['form']!, `${id}.fields.${path.join('.')}.label`) ??
        textAt(texts['form']!, `shared.${path.at(-1)}`)
      if (several) expect(own).toBeTruthy()
      expect(fieldLabel(texts['form']!, id, path)).toBeTruthy()
    }
  })

  it('say when a follow-up question appears', () => {
    for (const { id, appears } of questions) if (appears) expect(textAt(texts['form']!, `${id}.appears`)).toBeTruthy()
  })

  it('name every field that is not asked for', () => {
    const asked = new Set(questions.flatMap((question) => question.fields.map((field) => field.name)))
    for (const { name } of activityFields)
      if (!asked.has(name)) expect(textAt(texts['form']!, `beside.${name}`)).toBeTruthy()
  })

  it('label every code', () => {
    for (const [name, { codes }] of Object.entries(vocabularies)) {
      const labels = texts['vocabulary']![name] as Texts
      expect(Object.keys(labels)).toEqual(codes.map(({ code }) => code))
    }
  })

  it('say what is wrong and what to do for every rule', () => {
    for (const { id } of rules) {
      expect(textAt(texts['findings']!, `${id}.title`)).toBeTruthy()
      expect(textAt(texts['findings']!, `${id}.action`)).toBeTruthy()
    }
  })

  it('tell what to do for everything an empty record lacks', () => {
    for (const role of ['controller', 'jointController', 'processor'] as const) {
      for (const stage of ['submit', 'forward', 'register'] as const) {
        for (const { text, rule } of requirementsFor(stage, { registerRole: role }, context)) {
          expect(textAt(texts['requirements']!, text ?? rule)).toBeTruthy()
        }
      }
    }
  })

  it('show no field code and shout at nobody', () => {
    for (const topic of ['form', 'requirements', 'findings', 'suggestions', 'states']) {
      for (const words of wordsOf(texts[topic]!)) {
        expect(words).not.toMatch(/!|vänligen|obligatorisk|\bmandatory\b|fältet/i)
        if (topic !== 'form') expect(words).not.toMatch(/\b[A-K][1-9]\b(?!:)/)
      }
    }
  })
})

describe('reading texts', () => {
  it('holds the same keys and places in both languages', () => {
    const places = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(String).toSorted()
    for (const [topic, sv] of Object.entries(languages[0]![1])) {
      const en = languages[1]![1][topic]!
      expect(keysOf(en)).toEqual(keysOf(sv))
      for (const key of keysOf(sv)) expect(places(sentence(en, key))).toEqual(places(sentence(sv, key)))
    }
  })

  it('fills places, finds keys that hold dots, and shows a missing key', () => {
    const texts = { a: { 'b.c': { d: 'Hej {name}' } } }
    expect(sentence(texts, 'a.b.c.d', { name: 'du' })).toBe('Hej du')
    expect(sentence(texts, 'a.b.c.d')).toBe('Hej {name}')
    expect(sentence(texts, 'a.x')).toBe('a.x')
    expect(textAt(texts, 'toString')).toBeUndefined()
  })
})
