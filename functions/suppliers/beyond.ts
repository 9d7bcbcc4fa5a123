import type { Deps } from '../http/deps.ts'
import type { Actor } from '../register/actor.ts'
import type { ToldFinding } from '../register/api.ts'
import { dayOf } from '../register/core.ts'
import type { RecordOf } from '../register/kind.ts'
import { findingsOfActivity, findingsOfAsset } from './around.ts'
import { createListings } from './coverage/listings.ts'
import { activityFacts, assetFacts, type AssetFacts, type Known } from './facts.ts'
import { createNeighbours } from './neighbours.ts'
import { tellFinding } from './sentences.ts'
import { type SupplierTask, supplierTaskNames, supplierTasks } from './tasks.ts'

type Named = RecordOf<{ name?: string }>

/** What suppliers and their agreements mean for records of the other registers, and for people's work lists. */
export interface SupplierBeyond {
  /** SU-01, SU-14 and TR-07 of an activity, in words. */
  findings(record: Named, actor: Actor): Promise<ToldFinding[]>
  /** SU-02, SU-11, SU-13 and SU-15 of an asset, in words. */
  assetFindings(record: Named, actor: Actor): Promise<ToldFinding[]>
  tasks(actor: Actor, today: string): Promise<SupplierTask[]>
  taskNames: readonly string[]
}

const judged = ['submitted', 'returned', 'coordinatorReview', 'dpoReview', 'registered', 'revision']

/** Made once for a store, so that what has been read of a revision is read once. */
export function supplierBeyond({ store, engine, now }: Pick<Deps, 'store' | 'engine' | 'now'>): SupplierBeyond {
  const neighbours = createNeighbours(store)
  const listings = createListings(store)
  const about = (actor: Actor) => ({ today: dayOf(now()), tree: actor.tree })
  return {
    async findings(record, actor) {
      if (!judged.includes(record.state)) return []
      const facts = {
        ...knownOf(record),
        kind: 'activity' as const,
        since: record.updatedAt,
        ...activityFacts({ ...record.data }),
      }
      const found = await findingsOfActivity(neighbours, facts, { ...about(actor), listings })
      return found.map((finding) => tellFinding(finding, actor.language))
    },
    async assetFindings(record, actor) {
      const facts = { ...knownOf(record), kind: record.kind as AssetFacts['kind'], ...assetFacts({ ...record.data }) }
      const found = await findingsOfAsset(neighbours, facts, about(actor))
      return found.map((finding) => tellFinding(finding, actor.language))
    },
    tasks: (actor, today) => supplierTasks({ engine, neighbours, listings }, actor, today),
    taskNames: supplierTaskNames,
  }
}

function knownOf({ id, number, state, data }: Named): Omit<Known, 'kind'> {
  return { id, ...(number && { number }), state, name: data.name ?? '' }
}
