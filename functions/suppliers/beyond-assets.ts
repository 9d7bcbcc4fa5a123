import type { Deps } from '../http/deps.ts'
import type { Actor } from '../register/actor.ts'
import type { ToldFinding } from '../register/api.ts'
import { dayOf } from '../register/core.ts'
import type { RecordOf } from '../register/record.ts'
import { findingsOfAsset } from './around.ts'
import { assetFacts, type AssetFacts, knownOf } from './facts.ts'
import { tellFinding } from './finding-sentences.ts'
import { createNeighbours } from './neighbours.ts'

/** What suppliers and their agreements mean for assets. */
export interface SupplierBeyondAssets {
  /** SU-02, SU-11, SU-13 and SU-15 of an asset, in words. */
  assetFindings(record: RecordOf<{ name?: string }>, actor: Actor): Promise<ToldFinding[]>
}

/** Made once for a store, as `supplierBeyond`, which the inventory need not carry. */
export function supplierBeyondAssets({ store, now }: Pick<Deps, 'store' | 'now'>): SupplierBeyondAssets {
  const neighbours = createNeighbours(store)
  return {
    async assetFindings(record, actor) {
      const facts = { ...knownOf(record), kind: record.kind as AssetFacts['kind'], ...assetFacts({ ...record.data }) }
      const found = await findingsOfAsset(neighbours, facts, { today: dayOf(now()), tree: actor.tree })
      return found.map((finding) => tellFinding(finding, actor.language))
    },
  }
}
