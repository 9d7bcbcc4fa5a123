import type { Actor, OrgTree } from '../register/actor.ts'
import type { Finding } from '../register/api.ts'
import type { Context } from '../register/context.ts'
import { contextOf } from '../register/core.ts'
import type { RecordOf } from '../register/record.ts'
import type { ActivityData } from './data.ts'
import { findingsOf } from './findings.ts'
import { processingContext } from './workflow/knowledge.ts'

/** What is wrong with records today, in the same order: by what they say, by the calendar, and by who still works here. */
export type Judge = (records: readonly RecordOf<ActivityData>[], actor: Actor) => Promise<Finding[][]>

/** What a judge asks of the organisation beside the record, each as it stood when `tree` was read. */
export interface Knowing {
  codes(tree: OrgTree): Promise<Context['codes']>
  working(personIds: readonly string[], tree: OrgTree): Promise<ReadonlyMap<string, boolean | undefined>>
}

/** The one judge that a record's page and the work list both ask, so that they count the same. */
export function activityJudge(now: () => string, { codes, working }: Knowing): Judge {
  return async (records, actor) => {
    const people = records.flatMap(({ data }) => [data.contactPersonId, data.responsibleManagerId])
    const named = people.filter((id) => id !== undefined)
    const [context, works] = await Promise.all([
      contextOf({ now, codes: () => codes(actor.tree) }),
      working(named, actor.tree),
    ])
    const known = { ...processingContext({ context, actor }), personActive: (id: string) => works.get(id) }
    return records.map(({ data, state, updatedAt, registeredRevision }) => {
      const inForce = registeredRevision !== undefined && state !== 'ended' && state !== 'archived'
      const { materialSince } = data
      return findingsOf({ data, state, updatedAt, inForce, ...(materialSince && { materialSince }) }, known)
    })
  }
}
