import type { Finding, Severity } from '../register/api.ts'
import { byGravity } from '../register/gravity.ts'
import type { ProcessingContext } from './context.ts'
import type { ActivityData } from './data.ts'
import { basisRules } from './findings/basis.ts'
import { dpiaRules } from './findings/dpia.ts'
import { informationRules } from './findings/information.ts'
import { protectionRules } from './findings/protection.ts'
import { regimeRules } from './findings/regime.ts'
import { retentionRules } from './findings/retention.ts'
import { roleRules } from './findings/role.ts'
import type { Judged, Rule } from './findings/rule.ts'
import { sensitiveRules } from './findings/sensitive.ts'
import { transferRules } from './findings/transfer.ts'
import { upkeepRules } from './findings/upkeep.ts'
import { hasClass, isProcessorRecord, isSensitive, needsDpia } from './traits.ts'
import type { ExtensionCodes } from './vocabulary.ts'

const underReview = ['submitted', 'returned', 'coordinatorReview', 'dpoReview', 'registered', 'revision']

/** Every rule about an activity itself (domain section 5), by id. Rules over neighbours live with the neighbours. */
export const rules: readonly Rule[] = [
  ...roleRules,
  ...basisRules,
  ...sensitiveRules,
  ...regimeRules,
  ...retentionRules,
  ...protectionRules,
  ...informationRules,
  ...upkeepRules,
  ...dpiaRules,
  ...transferRules,
].toSorted((one, other) => (one.id < other.id ? -1 : 1))

const datedRules = new Set(rules.filter((rule) => rule.dated).map((rule) => rule.id))

/** Whether a rule comes and goes with the calendar alone, so that stored counts leave it out. */
export function isDated(ruleId: string): boolean {
  return datedRules.has(ruleId)
}

/**
 * What is wrong with a record now, gravest first. Most rules run once it is submitted and as long as it is in force; a
 * record given without its state is judged as one under review.
 */
export function findingsOf(record: Judged, context: ProcessingContext): Finding[] {
  return rules
    .filter((rule) => runs(rule, record))
    .flatMap((rule) =>
      rule.test(record, context).map((hit): Finding => ({ rule: rule.id, source: rule.source, ...hit })),
    )
    .toSorted(byGravity)
}

/** How many findings of each severity. */
export function countFindings(findings: readonly Finding[]): { [severity in Severity]: number } {
  const counts = { K: 0, H: 0, M: 0, L: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}

/** High when an impact assessment is called for or special categories are many; medium when the data demand care. */
export function riskLevelOf(data: ActivityData, codes?: ExtensionCodes): 'low' | 'medium' | 'high' {
  const many = data.volume === 'v4' || data.volume === 'v5'
  if (needsDpia(data) || (many && hasClass(data, ['art9', 'art10'], codes))) return 'high'
  return isSensitive(data, codes) || data.dpiaCriteria?.length === 1 ? 'medium' : 'low'
}

function runs(rule: Rule, { data, state, inForce }: Judged): boolean {
  if (rule.controllers && isProcessorRecord(data)) return false
  if (state === undefined) return !rule.states
  if (rule.states) return rule.states.includes(state)
  return underReview.includes(state) || (inForce === true && state !== 'ended' && state !== 'archived')
}
