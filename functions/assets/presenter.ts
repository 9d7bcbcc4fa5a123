import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import type { Presenter } from '../http/record-context.ts'
import type { Actor } from '../register/actor.ts'
import type { Finding, ToldFinding } from '../register/api.ts'
import { dayOf } from '../register/core.ts'
import { findingSchema } from '../register/finding-schema.ts'
import { byGravity } from '../register/gravity.ts'
import { keys } from '../register/keys.ts'
import type { RecordOf } from '../register/record.ts'
import type { AssetData, MedicalDeviceData } from './data.ts'
import { assetFindings } from './findings.ts'
import type { JudgedAsset } from './findings/rule.ts'
import type { AssetKindName } from './sections.ts'
import { findingSentences, lawInWords, missingSentence } from './sentences.ts'
import { usingActivities } from './using-activities.ts'

/** What other services know of assets: findings about their suppliers. */
export interface AssetBeyond {
  assetFindings(record: RecordOf<{ name?: string }>, actor: Actor): Promise<ToldFinding[]>
}

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
        findings: told.toSorted(byGravity),
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
    reorganisedAt: (unit) => actor.tree.node(unit)?.reorganisedAt,
    backupBaseline: (unit) => actor.tree.path(unit).flatMap((above) => actor.tree.node(above)?.backupBaseline ?? [])[0],
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
