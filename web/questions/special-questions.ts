import type { FunctionComponent } from 'preact'
import type { Question } from '../../functions/processing/question.ts'
import { CategoriesQuestion } from './categories-question.tsx'
import { ChangeQuestion } from './change-question.tsx'
import { CriteriaQuestion } from './criteria-question.tsx'
import { LegalBasesQuestion } from './legal-bases-question.tsx'
import { NameQuestion } from './name-question.tsx'
import { NationalLawQuestion } from './national-law-question.tsx'
import { NoneQuestion } from './none-question.tsx'
import { SystemsQuestion } from './systems-question.tsx'

/** Questions that are more than their fields under each other. */
export const specialQuestions: { [id: string]: FunctionComponent<{ question: Question }> } = {
  A1: NameQuestion,
  A2: ChangeQuestion,
  B1: NameQuestion,
  B3: LegalBasesQuestion,
  B4: NationalLawQuestion,
  D1: CategoriesQuestion,
  E3: SystemsQuestion,
  F1: NoneQuestion,
  F2: NoneQuestion,
  J1: CriteriaQuestion,
  J2: CriteriaQuestion,
}
