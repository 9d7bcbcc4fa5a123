import type { Finding, Severity } from './api.ts'

const gravest: readonly Severity[] = ['K', 'H', 'M', 'L']

/** Puts findings in order, the gravest first: for `toSorted`. */
export function byGravity(one: Pick<Finding, 'severity'>, other: Pick<Finding, 'severity'>): number {
  return gravest.indexOf(one.severity) - gravest.indexOf(other.severity)
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Pick<Finding, 'severity'>[]): { [severity in Severity]: number } {
  const counts = { K: 0, H: 0, M: 0, L: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}
