import { expect, it } from 'vitest'
import { question, questionAt, questions } from '../../../../functions/processing/form.ts'
import { pointerOf } from '../../../../web/review/question-pointer.ts'

it('points at the part of a shared field that the question asks for', () => {
  expect(pointerOf(question('B1'))).toBe('/purposes')
  expect(pointerOf(question('B3'))).toBe('/purposes/0/legalBases')
  expect(pointerOf(question('B4'))).toBe('/purposes/0/legalBases/0/support')
  expect(pointerOf(question('D1'))).toBe('/dataCategories')
})

it('leads back to the same question for every question of the form', () => {
  for (const each of questions) expect(questionAt(pointerOf(each))?.id).toBe(each.id)
})
