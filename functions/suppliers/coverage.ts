import type { OrgTree } from '../register/actor.ts'
import type { ActivityFacts, AgreementFacts, AssetFacts } from './facts.ts'
import { firstDay, isInForce, lastDay, renewsItself } from './term.ts'
import type { CoverageStatus } from './vocabulary.ts'

/** A supplier that handles personal data for a controller, in one activity or asset. */
export interface Use {
  supplierId?: string
  /** As the notification names it, when it is not in the register. */
  supplierName?: string
  usedBy: ActivityFacts | AssetFacts
  controllerOrgUnitId?: string
}

/** Whether a use is covered by a PUB-avtal on a day, by which one, and why not. */
export interface Judgement {
  status: CoverageStatus
  agreement?: AgreementFacts
  reason:
    | 'covered'
    | 'noAgreement'
    | 'notSigned'
    | 'ended'
    | 'notBegun'
    | 'otherController'
    | 'notInRegister'
    | 'noController'
  /** First or last day of the agreement named. */
  date?: string
}

/** Every use in an activity: one for each processor that it names. */
export function usesOfActivity(activity: ActivityFacts, tree: OrgTree): Use[] {
  const controller = controllerOf(activity, tree)
  const seen = new Set<string>()
  return activity.processors.flatMap(({ supplierId, name }) => {
    const key = supplierId ?? `name ${name}`
    if (seen.has(key)) return []
    seen.add(key)
    return [
      {
        ...(supplierId && { supplierId }),
        ...(!supplierId && { supplierName: name ?? '' }),
        usedBy: activity,
        ...(controller && { controllerOrgUnitId: controller }),
      },
    ]
  })
}

/** Every use of an asset in operation that holds personal data: its suppliers that handle them, for each controller that uses it. */
export function usesOfAsset(asset: AssetFacts, tree: OrgTree): Use[] {
  if (asset.state !== 'inOperation' || asset.personalData !== 'yes') return []
  const suppliers = asset.suppliers
    .filter((one) => one.processesPersonalData === true)
    .map(({ supplierId }) => supplierId)
  const controllers = [
    ...new Set(asset.usingOrgUnitIds.map((unit) => boardOf(unit, tree)).filter((id) => id !== undefined)),
  ]
  return [...new Set(suppliers)].flatMap((supplierId) =>
    controllers.length > 0
      ? controllers.map((controllerOrgUnitId) => ({ supplierId, usedBy: asset, controllerOrgUnitId }))
      : [{ supplierId, usedBy: asset }],
  )
}

/**
 * Whether the use is covered on the day (domain model 10.28): by a PUB-avtal with the supplier that is signed, has begun and has
 * not ended, and that the controller is party to; of several the newest. `agreements`: those with the supplier.
 */
export function judge(use: Use, agreements: readonly AgreementFacts[], day: string): Judgement {
  const { supplierId, controllerOrgUnitId } = use
  if (!supplierId) return { status: 'missing', reason: 'notInRegister' }
  const pub = agreements.filter(
    ({ data }) => data.type === 'pub' && data.supplierId === supplierId && !data.weAreProcessor,
  )
  if (!controllerOrgUnitId) return { status: 'missing', reason: 'noController' }
  const own = pub.filter(({ data }) => data.controllerOrgUnitIds.includes(controllerOrgUnitId))
  const covering = newest(own.filter(({ data }) => isInForce(data, day)))
  if (covering) {
    const goesOn = renewsItself(covering.data) && !covering.data.terminationAt
    const end = goesOn ? undefined : lastDay(covering.data, day)
    return { status: 'covered', agreement: covering, reason: 'covered', ...dated(end) }
  }
  const coming = newest(own.filter(({ data }) => (firstDay(data) ?? '') > day))
  if (coming) return { status: 'notYetValid', agreement: coming, reason: 'notBegun', ...dated(firstDay(coming.data)) }
  const ended = newest(own.filter(({ data }) => firstDay(data) !== undefined))
  if (ended) return { status: 'expired', agreement: ended, reason: 'ended', ...dated(lastDay(ended.data, day)) }
  const others = newest(pub.filter(({ data }) => isInForce(data, day)))
  if (others) return { status: 'wrongController', agreement: others, reason: 'otherController' }
  const unsigned = newest(own.filter(({ state }) => state !== 'closed'))
  return unsigned
    ? { status: 'missing', agreement: unsigned, reason: 'notSigned' }
    : { status: 'missing', reason: 'noAgreement' }
}

/** The one signed last; of those of the same day the one that begins last, then the one made last. */
export function newest(agreements: readonly AgreementFacts[]): AgreementFacts | undefined {
  return agreements.reduce<AgreementFacts | undefined>(
    (best, one) => (best && ageOf(best) >= ageOf(one) ? best : one),
    undefined,
  )
}

/** The board or company that a unit belongs to: who is controller there. */
export function boardOf(unit: string | undefined, tree: OrgTree): string | undefined {
  return unit === undefined
    ? undefined
    : tree.path(unit).find((id) => ['board', 'company'].includes(tree.node(id)?.kind ?? ''))
}

/** Who is party to an agreement with a processor: the controller, or our own board when we are a processor ourselves. */
function controllerOf(
  { controllerOrgUnitId, orgUnitId, isProcessor }: ActivityFacts,
  tree: OrgTree,
): string | undefined {
  return (isProcessor ? undefined : controllerOrgUnitId) ?? boardOf(orgUnitId, tree)
}

function ageOf({ id, data }: AgreementFacts): string {
  return `${data.signedAt ?? ''} ${data.validFrom ?? ''} ${id}`
}

function dated(date: string | undefined): { date?: string } {
  return date === undefined ? {} : { date }
}
