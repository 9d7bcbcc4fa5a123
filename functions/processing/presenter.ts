import * as z from 'zod/mini'
import type { Presenter } from '../http/record-context.ts'
import type { Beyond } from './beyond.ts'
import type { ActivityData } from './data.ts'
import type { Judge } from './judge.ts'
import { lawInWords } from './law.ts'
import { findingSentences, missingSentence } from './sentences.ts'

const findingSchema = z.strictObject({
  rule: z.string(),
  severity: z.enum(['K', 'H', 'M', 'L']),
  pointer: z.string(),
  source: z.string(),
  blocks: z.optional(z.boolean()),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  detail: z.string(),
  action: z.string(),
  law: z.string(),
})

const gravity = ['K', 'H', 'M', 'L']

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
        findings: told.toSorted((one, other) => gravity.indexOf(one.severity) - gravity.indexOf(other.severity)),
      }
    },
  }
}
