import { addDays } from '../processing/calendar.ts'
import type { OrgTree } from '../register/actor.ts'
import { judge, type Judgement, type Use, usesOfActivity, usesOfAsset } from './coverage.ts'
import type { AgreementFacts } from './facts.ts'
import type { Neighbours } from './neighbours.ts'
import { isInForce } from './term.ts'

/** What stops being lawful when an agreement ends: a use without a PUB-avtal the day after, or an agreement without the one above it. */
export interface Loss {
  use?: Use
  agreement?: AgreementFacts
  after?: Judgement
}

/**
 * What an agreement carries on its last day and nothing carries the day after: the uses that no other PUB-avtal covers, and the
 * PUB-avtal that belong to it.
 */
export async function lossesOf(
  neighbours: Neighbours,
  agreement: AgreementFacts,
  endsOn: string,
  tree: OrgTree,
): Promise<Loss[]> {
  if (!isInForce(agreement.data, endsOn)) return []
  const children = await childrenOf(neighbours, agreement, endsOn)
  const uses = agreement.data.type === 'pub' ? await lostUses(neighbours, agreement, endsOn, tree) : []
  return [...uses, ...children.map((child) => ({ agreement: child }))]
}

async function lostUses(
  neighbours: Neighbours,
  agreement: AgreementFacts,
  endsOn: string,
  tree: OrgTree,
): Promise<Loss[]> {
  const { supplierId, controllerOrgUnitIds } = agreement.data
  if (!supplierId) return []
  const incoming = await neighbours.incoming('supplier', supplierId)
  const of = (kind: string) => incoming.filter((one) => one.kind === kind).map(({ id }) => id)
  const [agreements, activities, ...assets] = await Promise.all([
    neighbours.binding(await neighbours.agreementsWith(supplierId)),
    neighbours.many('activity', [...new Set(of('activity'))]),
    neighbours.many('application', [...new Set(of('application'))]),
    neighbours.many('medicalDevice', [...new Set(of('medicalDevice'))]),
    neighbours.many('equipment', [...new Set(of('equipment'))]),
  ])
  const ended = agreements.map((one) =>
    one.id === agreement.id ? { ...one, data: { ...one.data, terminationAt: endsOn } } : one,
  )
  const uses = [
    ...activities.flatMap((activity) => usesOfActivity(activity, tree)),
    ...assets.flat().flatMap((asset) => usesOfAsset(asset, tree)),
  ]
  return uses.flatMap((use) => {
    const carried = use.supplierId === supplierId && controllerOrgUnitIds.includes(use.controllerOrgUnitId ?? '')
    const after = judge(use, ended, addDays(endsOn, 1))
    return carried && after.status !== 'covered' ? [{ use, after }] : []
  })
}

async function childrenOf(neighbours: Neighbours, { id }: AgreementFacts, endsOn: string): Promise<AgreementFacts[]> {
  const below = await neighbours.incoming('agreement', id, 'parentAgreementId')
  const children = await neighbours.binding(below.map((one) => one.id))
  return children.filter((child) => child.data.type === 'pub' && isInForce(child.data, addDays(endsOn, 1)))
}
