import type { OrgTree } from '../register/actor.ts'
import type { Finding } from '../register/api.ts'
import { type Use, usesOfActivity, usesOfAsset } from './coverage.ts'
import type { ActivityFacts, AgreementFacts, AssetFacts } from './facts.ts'
import { type Around, agreementFindings } from './findings/agreement.ts'
import { activityFindings, assetFindings, type Surroundings } from './findings/use.ts'
import type { Listings } from './coverage/listings.ts'
import type { Neighbours } from './neighbours.ts'

/** Agreements that bind the supplier. */
async function agreementsWith(neighbours: Neighbours, supplierId: string): Promise<AgreementFacts[]> {
  const agreements = await neighbours.binding(await neighbours.agreementsWith(supplierId))
  return agreements.filter(({ data }) => data.supplierId === supplierId)
}

/** What the rules over an agreement need, read from the store. */
export async function aroundAgreement(
  neighbours: Neighbours,
  { id, data }: Pick<AgreementFacts, 'id' | 'data'>,
  { today, tree }: { today: string; tree: OrgTree },
): Promise<Around> {
  const { supplierId, parentAgreementId, activityIds = [], type } = data
  const incoming = supplierId ? await neighbours.incoming('supplier', supplierId) : []
  const of = (kind: string) => incoming.filter((one) => one.kind === kind).map((one) => one.id)
  const [supplier, [parent], others, named, naming] = await Promise.all([
    supplierId ? neighbours.one('supplier', supplierId) : undefined,
    parentAgreementId ? neighbours.binding([parentAgreementId]) : [],
    supplierId ? agreementsWith(neighbours, supplierId) : [],
    neighbours.many('activity', activityIds),
    type === 'pub' ? neighbours.many('activity', of('activity')) : [],
  ])
  const covered = naming.filter((activity) =>
    usesOfActivity(activity, tree).some(
      (use) =>
        use.supplierId === supplierId &&
        use.controllerOrgUnitId !== undefined &&
        data.controllerOrgUnitIds.includes(use.controllerOrgUnitId),
    ),
  )
  const activities = [...new Map([...named, ...covered].map((one) => [one.id, one])).values()]
  return {
    today,
    ...(supplier && { supplier: supplier.data }),
    ...(parent && { parent }),
    others: others.filter((one) => one.id !== id),
    activities,
  }
}

/** The findings of an agreement with what stands around it. */
export async function findingsOfAgreement(
  neighbours: Neighbours,
  judged: Pick<AgreementFacts, 'id' | 'state' | 'data'>,
  call: { today: string; tree: OrgTree },
): Promise<{ findings: Finding[]; around: Around }> {
  const around = await aroundAgreement(neighbours, judged, call)
  return { findings: agreementFindings(judged, around), around }
}

/** SU-01, SU-14 and TR-07 of an activity as it is shown, whatever its state. */
export async function findingsOfActivity(
  neighbours: Neighbours,
  activity: ActivityFacts,
  { today, tree, listings }: { today: string; tree: OrgTree; listings: Listings },
): Promise<Finding[]> {
  const uses = usesOfActivity(activity, tree)
  const applications = await neighbours.many('application', activity.applicationIds)
  const [surroundings, shared] = await Promise.all([
    surroundingsOf(neighbours, uses, today),
    activity.regimes.includes('svod') ? listings.agreementsOfType('sharedRecords') : [],
  ])
  const about = { ...surroundings, shared: await neighbours.binding(shared) }
  return activityFindings(activity, uses, applications, about)
}

/** SU-02, SU-11, SU-13 and SU-15 of an asset. */
export async function findingsOfAsset(
  neighbours: Neighbours,
  asset: AssetFacts,
  { today, tree }: { today: string; tree: OrgTree },
): Promise<Finding[]> {
  const uses = usesOfAsset(asset, tree)
  const named = asset.suppliers.map(({ supplierId }): Use => ({ supplierId, usedBy: asset }))
  const incoming = asset.suppliers.length > 0 ? await neighbours.incoming(asset.kind, asset.id) : []
  const running = incoming.filter(({ kind }) => kind === 'activity').map(({ id }) => id)
  const [activities, surroundings] = await Promise.all([
    neighbours.many('activity', running),
    surroundingsOf(neighbours, named, today),
  ])
  return assetFindings(asset, uses, activities, surroundings)
}

async function surroundingsOf(neighbours: Neighbours, uses: readonly Use[], today: string): Promise<Surroundings> {
  const ids = [...new Set(uses.flatMap(({ supplierId }) => supplierId ?? []))]
  const [suppliers, agreements] = await Promise.all([
    neighbours.many('supplier', ids),
    Promise.all(ids.map((id) => agreementsWith(neighbours, id))),
  ])
  return { today, suppliers, agreements: agreements.flat() }
}
