import type { Deps } from '../http/deps.ts'
import type { Actor } from '../register/actor.ts'
import type { Finding } from '../register/api.ts'
import { contextOf } from '../register/core.ts'
import { keys } from '../register/keys.ts'
import type { Context, RecordOf } from '../register/kind.ts'
import type { ActivityData } from './data.ts'
import { findingsOf } from './findings.ts'
import { processingContext } from './workflow/knowledge.ts'

/** What is wrong with records today, in the same order: by what they say, by the calendar, and by who still works here. */
export type Judge = (records: readonly RecordOf<ActivityData>[], actor: Actor) => Promise<Finding[][]>

/** The one judge that a record's page and the work list both ask, so that they count the same. */
export function activityJudge(
  { store, now }: Pick<Deps, 'store' | 'now'>,
  codes: () => Promise<Context['codes']>,
): Judge {
  return async (records, actor) => {
    const people = records.flatMap(({ data }) => [data.contactPersonId, data.responsibleManagerId])
    const [context, active] = await Promise.all([contextOf({ now, codes }), activePeople(store, people)])
    const known = { ...processingContext({ context, actor }), personActive: (id: string) => active.get(id) }
    return records.map(({ data, state, updatedAt, registeredRevision }) => {
      const inForce = registeredRevision !== undefined && state !== 'ended' && state !== 'archived'
      const { materialSince } = data
      return findingsOf({ data, state, updatedAt, inForce, ...(materialSince && { materialSince }) }, known)
    })
  }
}

/** Whether each person still works here; those unknown are left out. */
async function activePeople(store: Deps['store'], ids: readonly (string | undefined)[]): Promise<Map<string, boolean>> {
  const named = [...new Set(ids.filter((id) => id !== undefined))]
  const heads = await store.getMany(named.map((id) => keys.head('person', id)))
  return new Map(
    heads.map((item) => [item.pk.replace('person#', ''), (item.body as { state?: string }).state === 'active']),
  )
}
