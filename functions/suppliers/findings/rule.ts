import type { Finding } from '../../register/api.ts'
import { byGravity } from '../../register/gravity.ts'

/** A finding when the condition holds. */
export function when(condition: boolean, finding: Finding): Finding[] {
  return condition ? [finding] : []
}

/** The gravest first, then by rule. */
export function inGravity(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((one, other) => byGravity(one, other) || one.rule.localeCompare(other.rule))
}
