import type { Question } from '../../functions/processing/question.ts'
import { SimilarRecords } from '../notification/similar-records.tsx'
import { PlainQuestion } from './plain-question.tsx'

/** Name or purpose: while it is typed, records like this one are shown. */
export function NameQuestion({ question }: { question: Question }) {
  return (
    <>
      <PlainQuestion question={question} />
      <SimilarRecords />
    </>
  )
}
