import { addMonths } from '../../processing/calendar.ts'
import type { Finding } from '../../register/api.ts'
import { assessBy, isOpen } from '../change-events.ts'
import type { SupplierData } from '../supplier-data.ts'
import { undocumentedMarks } from './marked.ts'
import { inGravity, when } from './rule.ts'

const followUpMonths = 12

/** The same of a record; nobody looks after one that is in use no more. */
export function findingsOfSupplier({ state, data }: { state: string; data: SupplierData }, today: string): Finding[] {
  return state === 'ended' ? [] : supplierFindings(data, today)
}

/** What is wrong with how a supplier is looked after today (SU-08, SU-09, SU-16, GO-06), gravest first. */
export function supplierFindings(data: SupplierData, today: string): Finding[] {
  const { changeEvents = [], criticality, nextFollowUpAt, lastFollowUpAt, riskAnalysisId, certifications = [] } = data
  const lately = (day: string | undefined) => day !== undefined && addMonths(day, followUpMonths) >= today
  return inGravity([
    ...undocumentedMarks(data),
    ...changeEvents.flatMap((event, at) =>
      when(event.at !== undefined && isOpen(event) && assessBy(event.at) < today, {
        rule: 'SU-08',
        severity: 'H',
        pointer: `/changeEvents/${at}`,
        source: 'S0',
        params: { date: event.at ?? '', due: event.at ? assessBy(event.at) : '' },
      }),
    ),
    ...when(nextFollowUpAt !== undefined && nextFollowUpAt < today, {
      rule: 'SU-09',
      severity: criticality === 'high' ? 'H' : 'M',
      pointer: '/nextFollowUpAt',
      source: 'DSF 28.1, 28.3 h, S0',
      params: { date: nextFollowUpAt ?? '' },
    }),
    ...when(criticality === 'high' && !lately(lastFollowUpAt) && !lately(riskAnalysisId?.date), {
      rule: 'SU-16',
      severity: 'M',
      pointer: '/lastFollowUpAt',
      source: 'CSL 2:3 p 4',
    }),
    ...certifications.flatMap(({ name, validTo }, at) =>
      when(validTo !== undefined && validTo < today, {
        rule: 'SU-19',
        severity: 'L',
        pointer: `/certifications/${at}/validTo`,
        source: 'DSF 28.1',
        params: { name, date: validTo ?? '' },
      }),
    ),
  ])
}
