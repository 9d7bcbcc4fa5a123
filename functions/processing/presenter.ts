import * as z from 'zod/mini'
import { findingSchema } from '../register/finding-schema.ts'
import type { Presenter } from '../http/record-context.ts'
import { byGravity } from '../register/gravity.ts'
import type { Beyond } from './beyond.ts'
import type { ActivityData } from './data.ts'
import type { Judge } from './judge.ts'
import { lawInWords } from './law.ts'
import { findingSentences, missingSentence } from './sentences.ts'

/** What an activity's answer says beyond the envelope: its findings, in the caller's language, the gravest first. */
export function activityPresenter(judge: Judge, beyond?: Beyond): Presenter<ActivityData> {
  return {
    missing: missingSentence,
    law: lawInWords,
    memberSchemas: { findings: z.array(findingSchema) },
    members: async ({ record }, { actor, language }) => {
      const [[found = []], further = []] = await Promise.all([judge([record], actor), beyond?.findings(record, actor)])
      const told = [...found.map((one) => ({ ...one, ...findingSentences(one, language) })), ...further]
      return {
        findings: told.toSorted(byGravity),
      }
    },
  }
}
