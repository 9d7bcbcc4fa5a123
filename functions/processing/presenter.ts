import * as z from 'zod/mini'
import type { Presenter } from '../http/record-context.ts'
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

/** What an activity's answer says beyond the envelope: its findings, in the caller's language. */
export function activityPresenter(judge: Judge): Presenter<ActivityData> {
  return {
    missing: missingSentence,
    law: lawInWords,
    memberSchemas: { findings: z.array(findingSchema) },
    members: async ({ record }, { actor, language }) => {
      const [found = []] = await judge([record], actor)
      return { findings: found.map((one) => ({ ...one, ...findingSentences(one, language) })) }
    },
  }
}
