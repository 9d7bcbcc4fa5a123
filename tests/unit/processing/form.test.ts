import { describe, expect, it } from 'vitest'
import type { ActivityData } from '../../../functions/processing/data.ts'
import { activityFields, form, isShown, question, questionAt, questions } from '../../../functions/processing/form.ts'
import type { Field } from '../../../functions/processing/question.ts'
import { isVocabulary } from '../../../functions/processing/vocabulary.ts'
import { offersUnclear, questionList } from './question-list.ts'
import { context, everything, maximal, ordinary, processorRecord } from './records.ts'

function pathsOf(fields: readonly Field[], prefix = ''): string[] {
  return fields.flatMap((field) => [prefix + field.name, ...pathsOf(field.fields ?? [], `${prefix}${field.name}.`)])
}

describe('the form', () => {
  it('asks exactly the questions of the domain model, in order', () => {
    expect(questions.map(({ id }) => id)).toEqual(questionList.map(([id]) => id))
    expect(form.map(({ id }) => id).join('')).toBe('ABCDEFGHIJK')
    for (const section of form) for (const { id } of section.questions) expect(id[0]).toBe(section.id)
  })

  it.each(questionList)('%s has its fields', (id, ...fields) => {
    const paths = pathsOf(question(id).fields)
    for (const field of fields) expect(paths).toContain(field.replace('!', ''))
  })

  it('has no top-level field that the domain model does not name', () => {
    const listed = new Set(
      questionList.flatMap(([, ...fields]) => fields.map((field) => field.replace('!', '').split('.')[0])),
    )
    for (const entry of questions) for (const field of entry.fields) expect(listed).toContain(field.name)
  })

  it('offers "Saknas eller oklart" at the questions about legal ground only', () => {
    expect(questions.filter(({ unclear }) => unclear).map(({ id }) => id)).toEqual(offersUnclear)
  })

  it('knows every field of the data and no other', () => {
    const names = [...activityFields.map(({ name }) => name), 'imported']
    expect(new Set(names)).toEqual(new Set(Object.keys(everything)))
  })

  it('takes codes from vocabularies that exist, and bounds every text and list', () => {
    const check = (field: Field): void => {
      if (field.type === 'code') expect(isVocabulary(field.vocabulary ?? '')).toBe(true)
      if (field.type === 'text') expect(field.max).toBeGreaterThan(0)
      if (field.list !== undefined) expect(field.list).toBeLessThanOrEqual(200)
      field.fields?.forEach(check)
    }
    activityFields.forEach(check)
  })

  it('names the answer that makes a follow-up question appear', () => {
    expect(question('D2').appears?.(ordinary, context)).toEqual({
      question: 'D1',
      vocabulary: 'data',
      codes: ['health'],
    })
    expect(question('C4').appears?.(maximal, context)).toEqual({
      question: 'C3',
      vocabulary: 'triState',
      codes: ['yes'],
    })
    expect(question('I3').appears?.(maximal, context)).toEqual({
      question: 'B2',
      vocabulary: 'regime',
      codes: ['qualityRegister'],
    })
  })

  it('shows the processor questions to processors only, and the other way round', () => {
    const shown = (data: ActivityData) => questions.filter((entry) => isShown(entry, data, context)).map(({ id }) => id)
    expect(shown(ordinary)).not.toContain('A7')
    expect(shown(processorRecord)).toEqual(expect.arrayContaining(['A7', 'A8']))
    expect(shown(processorRecord)).not.toContain('A5')
  })

  it('brings up every question at once for the record that was made for it', () => {
    const hidden = questions.filter((entry) => !isShown(entry, maximal, context)).map(({ id }) => id)
    expect(hidden).toEqual(['A7', 'A8'])
  })

  it('counts a code of the DSO’s own as its class says', () => {
    const data = { ...ordinary, dataCategories: [{ code: 'ecg' }] }
    const codes = { data: [{ code: 'ecg', class: 'art9' }] }
    expect(isShown(question('D2'), data, context)).toBe(false)
    expect(isShown(question('D2'), data, { ...context, codes })).toBe(true)
  })

  it('finds the question of a pointer', () => {
    expect(questionAt('/purposes/0/text')?.id).toBe('B1')
    expect(questionAt('/purposes/1/legalBases/0/basis')?.id).toBe('B3')
    expect(questionAt('/purposes/1/legalBases/0/support/0/act')?.id).toBe('B4')
    expect(questionAt('/transfers/0/mechanism')?.id).toBe('F4')
    expect(questionAt('/nothing')).toBeUndefined()
  })

  it('refuses an unknown question id', () => {
    expect(() => question('Z9')).toThrow('Z9')
  })
})
