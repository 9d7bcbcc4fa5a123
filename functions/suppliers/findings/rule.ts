import type { Finding, Severity } from '../../register/api.ts'

const gravity: readonly Severity[] = ['K', 'H', 'M', 'L']

/** A finding when the condition holds. */
export function when(condition: boolean, finding: Finding): Finding[] {
  return condition ? [finding] : []
}

/** The gravest first, then by rule. */
export function inGravity(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (one, other) =>
      gravity.indexOf(one.severity) - gravity.indexOf(other.severity) || one.rule.localeCompare(other.rule),
  )
}
