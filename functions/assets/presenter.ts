import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import type { Presenter } from '../http/record-context.ts'
import type { Actor } from '../register/actor.ts'
import type { Finding } from '../register/api.ts'
import { dayOf } from '../register/core.ts'
import { keys } from '../register/keys.ts'
import type { RecordOf } from '../register/kind.ts'
import type { AssetData, MedicalDeviceData } from './data.ts'
import { assetFindings } from './findings.ts'
import type { JudgedAsset } from './findings/rule.ts'
import type { AssetKindName } from './sections.ts'
import { findingSentences, lawInWords, missingSentence } from './sentences.ts'
import { usingActivities } from './using-activities.ts'

/** A finding with its words. */
export interface ToldFinding extends Finding {
  detail: string
  action: string
  law: string
}

/** What other services know of assets: findings about their suppliers. */
export interface AssetBeyond {
  assetFindings(record: RecordOf<{ name?: string }>, actor: Actor): Promise<ToldFinding[]>
}

const findingSchema = z.lazy(() =>
  z.strictObject({
    rule: z.string(),
    severity: z.enum(['K', 'H', 'M', 'L']),
    pointer: z.string(),
    source: z.string(),
    blocks: z.optional(z.boolean()),
    params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
    detail: z.string(),
    action: z.string(),
    law: z.string(),
  }),
)

const gravity = ['K', 'H', 'M', 'L']

/** What an asset's answer says beyond the envelope: its findings, in the caller's language, the gravest first. */
export function assetPresenter<T extends AssetData>(deps: Deps, beyond?: AssetBeyond): Presenter<T> {
  return {
    missing: missingSentence,
    law: lawInWords,
    memberSchemas: { findings: z.array(findingSchema) },
    members: async ({ record }, { actor, language }) => {
      const [found, further = []] = await Promise.all([
        judgeAsset(deps, record, actor),
        beyond?.assetFindings(record, actor),
      ])
      const told = [...found.map((one) => ({ ...one, ...findingSentences(one, language) })), ...further]
      return {
        findings: told.toSorted((one, other) => gravity.indexOf(one.severity) - gravity.indexOf(other.severity)),
      }
    },
  }
}

/** The rules over a record, with what its neighbours, its people and its units say today. */
export async function judgeAsset({ store, now }: Deps, record: RecordOf<AssetData>, actor: Actor): Promise<Finding[]> {
  const { kind, id, state } = record
  const data = record.data as JudgedAsset['data']
  const systems = ((data as MedicalDeviceData).informationSystemIds ?? []).map((one) => ({
    kind: 'application',
    id: one,
  }))
  const people = [data.responsiblePersonId, data.systemOwnerId, ...(data.systemAdministratorIds ?? [])]
  const [activities, active] = await Promise.all([
    kind === 'equipment' ? undefined : usingActivities(store, [{ kind, id }, ...systems]),
    activePeople({ store }, people),
  ])
  const judged = { kind: kind as AssetKindName, state, data, ...(activities && { activities }) }
  return assetFindings(judged, {
    today: dayOf(now()),
    personActive: (person) => active.get(person),
    unitEnded: (unit) => actor.tree.node(unit)?.ended ?? false,
  })
}

/** Whether each person still works here; those unknown are left out. */
async function activePeople(
  { store }: Pick<Deps, 'store'>,
  ids: readonly (string | undefined)[],
): Promise<Map<string, boolean>> {
  const heads = await store.getMany(ids.filter((id) => id !== undefined).map((id) => keys.head('person', id)))
  return new Map(
    heads.map((item) => [item.pk.replace('person#', ''), (item.body as { state?: string }).state === 'active']),
  )
}
