import type { Deps } from '../http/deps.ts'
import type { Actor } from '../register/actor.ts'
import type { ToldFinding } from '../register/api.ts'
import { dayOf } from '../register/core.ts'
import type { RecordOf } from '../register/record.ts'
import { findingsOfActivity } from './around.ts'
import { createListings } from './coverage/listings.ts'
import { activityFacts, knownOf } from './facts.ts'
import { tellFinding } from './finding-sentences.ts'
import { createNeighbours } from './neighbours.ts'
import { type SupplierTask, supplierTaskNames, supplierTasks } from './tasks.ts'

/** What suppliers and their agreements mean for activities, and for people's work lists. */
export interface SupplierBeyond {
  /** SU-01, SU-14 and TR-07 of an activity, in words. */
  findings(record: RecordOf<{ name?: string }>, actor: Actor): Promise<ToldFinding[]>
  tasks(actor: Actor, today: string): Promise<SupplierTask[]>
  taskNames: readonly string[]
}

const judged = ['submitted', 'returned', 'coordinatorReview', 'dpoReview', 'registered', 'revision']

/** Made once for a store, so that what has been read of a revision is read once. */
export function supplierBeyond({ store, engine, now }: Pick<Deps, 'store' | 'engine' | 'now'>): SupplierBeyond {
  const neighbours = createNeighbours(store)
  const listings = createListings(store)
  return {
    async findings(record, actor) {
      if (!judged.includes(record.state)) return []
      const facts = {
        ...knownOf(record),
        kind: 'activity' as const,
        since: record.updatedAt,
        ...activityFacts({ ...record.data }),
      }
      const about = { today: dayOf(now()), tree: actor.tree, listings }
      const found = await findingsOfActivity(neighbours, facts, about)
      return found.map((finding) => tellFinding(finding, actor.language))
    },
    tasks: (actor, today) => supplierTasks({ engine, neighbours, listings }, actor, today),
    taskNames: supplierTaskNames,
  }
}
