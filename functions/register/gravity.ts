import type { Finding, Severity } from './api.ts'

const gravest: readonly Severity[] = ['K', 'H', 'M', 'L']

/** Puts findings in order, the gravest first: for `toSorted`. */
export function byGravity(one: Pick<Finding, 'severity'>, other: Pick<Finding, 'severity'>): number {
  return gravest.indexOf(one.severity) - gravest.indexOf(other.severity)
}
