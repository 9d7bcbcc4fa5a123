import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import type { Presenter } from '../http/record-context.ts'
import { contextOf } from '../register/core.ts'
import { keys } from '../register/keys.ts'
import type { Context } from '../register/kind.ts'
import type { ActivityData } from './data.ts'
import { findingsOf } from './findings.ts'
import { findingSentences, lawInWords, missingSentence } from './sentences.ts'
import { processingContext } from './workflow/knowledge.ts'

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
export function activityPresenter(deps: Deps, codes: () => Promise<Context['codes']>): Presenter<ActivityData> {
  return {
    missing: missingSentence,
    law: lawInWords,
    memberSchemas: { findings: z.array(findingSchema) },
    members: async ({ record }, { actor, language }) => {
      const { data, state, updatedAt, registeredRevision } = record
      const inForce = registeredRevision !== undefined && state !== 'ended' && state !== 'archived'
      const context = await contextOf({ now: deps.now, codes })
      const active = await activePeople(deps, [data.contactPersonId, data.responsibleManagerId])
      const known = { ...processingContext({ context, actor }), personActive: (id: string) => active.get(id) }
      const found = findingsOf({ data, state, updatedAt, inForce }, known)
      return {
        findings: found.map((one) => ({
          ...one,
          ...findingSentences(one, language),
        })),
      }
    },
  }
}

/** Whether each person still works here; those unknown are left out. */
async function activePeople({ store }: Deps, ids: readonly (string | undefined)[]): Promise<Map<string, boolean>> {
  const heads = await store.getMany(ids.filter((id) => id !== undefined).map((id) => keys.head('person', id)))
  return new Map(
    heads.map((item) => [item.pk.replace('person#', ''), (item.body as { state?: string }).state === 'active']),
  )
}
