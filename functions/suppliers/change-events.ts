import { addDays } from '../processing/calendar.ts'
import type { ChangeEvent, Reference } from './supplier-data.ts'

/** Days within which the risks of a change are to be assessed again (rule SU-08). */
export const reassessmentDays = 60

/** Whether nobody has assessed the change: an analysis counts when it was made on the day of the change or later. */
export function isOpen({ at, riskAnalysisId }: Pick<ChangeEvent, 'at' | 'riskAnalysisId'>): boolean {
  return !isAssessed(riskAnalysisId, at)
}

/** The day by which a change is to be assessed. */
export function assessBy(at: string): string {
  return addDays(at, reassessmentDays)
}

/** Whether an analysis was made, on that day or later. */
export function isAssessed(analysis: Reference | undefined, since: string | undefined): boolean {
  return !!analysis?.date && (since === undefined || analysis.date >= since)
}
