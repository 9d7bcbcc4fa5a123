import type { Finding, Severity } from '../register/api.ts'
import type { Context } from '../register/context.ts'
import { byGravity } from '../register/gravity.ts'
import { deviceRules } from './findings/device.ts'
import { personalNumberRule } from './findings/personal-number.ts'
import type { AssetContext, AssetRule, JudgedAsset } from './findings/rule.ts'
import { protectionRules } from './findings/system-protection.ts'
import { systemRules } from './findings/system.ts'
import { thingRules } from './findings/thing.ts'

/** Every rule about an asset (domain section 5), by id. Those about its suppliers live with the suppliers. */
export const assetRules: readonly AssetRule[] = [
  personalNumberRule,
  ...thingRules,
  ...deviceRules,
  ...systemRules,
  ...protectionRules,
].toSorted((one, other) => (one.id < other.id ? -1 : 1))

/** What is wrong with an asset now, gravest first. */
export function assetFindings(asset: JudgedAsset, context: AssetContext): Finding[] {
  return found(asset, context)
    .map(({ passing: _passing, ...finding }): Finding => finding)
    .toSorted(byGravity)
}

/** How many findings of each severity the record itself gives, whatever day it is; for lists. */
export function countAssetFindings(
  asset: JudgedAsset,
  { today }: Context,
): { [severity in Severity]: number } | undefined {
  const counts = { K: 0, H: 0, M: 0, L: 0 }
  for (const { severity } of found(asset, { today }).filter(({ passing }) => !passing)) counts[severity]++
  return Object.values(counts).some((count) => count > 0) ? counts : undefined
}

function found(asset: JudgedAsset, context: AssetContext): (Finding & { passing?: true })[] {
  return rulesAbout(asset).flatMap((rule) =>
    rule.test(asset, context).map((hit) => ({ rule: rule.id, source: rule.source, ...hit })),
  )
}

const rulesByPlace = new Map<string, readonly AssetRule[]>()

/** The rules about assets of this kind in this state: looked for once, since every saved row of a file asks. */
function rulesAbout({ kind, state }: JudgedAsset): readonly AssetRule[] {
  const place = `${kind} ${state}`
  const known = rulesByPlace.get(place)
  if (known) return known
  const rules = assetRules.filter(({ kinds, states }) => kinds.includes(kind) && states.includes(state))
  rulesByPlace.set(place, rules)
  return rules
}
