import type { AnyData, JudgedAsset } from './rule.ts'

const patient = ['pdl', 'svod', 'qualityRegister']
const social = ['solpul', 'lss']

/** Used under the Patient Data Act, shared records or a quality register: an activity says so, or the record itself. */
export function isPatientSystem(asset: JudgedAsset): boolean {
  return hasRegime(asset, patient)
}

/** Used in social services. */
export function isSocialSystem(asset: JudgedAsset): boolean {
  return hasRegime(asset, social)
}

/** Holds data that demands extra care. */
export function isSensitiveSystem(asset: JudgedAsset): boolean {
  const known = (asset.activities ?? []).some(({ sensitive }) => sensitive)
  return known || hasRegime({ ...asset, activities: [] }, [...patient, ...social])
}

/** Nothing there: absent, or a group that holds nothing. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.values(value).every(isBlank)
}

/** The last risk analysis of a type; one without a type counts as the kind's own. */
export function lastAnalysis({ riskAnalysisIds = [] }: AnyData, type: string, own: boolean): string | undefined {
  return riskAnalysisIds
    .filter((one) => one.type === type || (own && one.type === undefined))
    .flatMap(({ date, approvedAt }) => approvedAt ?? date ?? [])
    .sort()
    .at(-1)
}

function hasRegime({ data, activities = [] }: JudgedAsset, regimes: readonly string[]): boolean {
  const all = [...(data.subjectRegimes ?? []), ...activities.flatMap((activity) => activity.regimes)]
  return all.some((regime) => regimes.includes(regime))
}
