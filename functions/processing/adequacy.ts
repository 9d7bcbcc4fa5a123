import { addMonths } from './calendar.ts'

/** A decision that a country protects personal data well enough; both days inclusive. */
export interface AdequacyDecision {
  country: string
  from: string
  until?: string
  /** The decision covers only some recipients there. */
  only?: 'commercial' | 'dpf'
}

/** Decisions under DSF 45 as known in November 2026. */
export const adequacyDecisions: readonly AdequacyDecision[] = [
  { country: 'CH', from: '2000-08-25' },
  { country: 'CA', from: '2001-12-20', only: 'commercial' },
  { country: 'AR', from: '2003-06-30' },
  { country: 'GG', from: '2003-11-21' },
  { country: 'IM', from: '2004-04-28' },
  { country: 'JE', from: '2008-05-08' },
  { country: 'FO', from: '2010-03-05' },
  { country: 'AD', from: '2010-10-19' },
  { country: 'IL', from: '2011-01-31' },
  { country: 'UY', from: '2012-08-21' },
  { country: 'NZ', from: '2012-12-19' },
  { country: 'JP', from: '2019-01-23' },
  { country: 'GB', from: '2021-06-28', until: '2031-12-27' },
  { country: 'KR', from: '2021-12-17' },
  { country: 'US', from: '2023-07-10', only: 'dpf' },
  { country: 'BR', from: '2026-01-26' },
]

/** International organisations with a decision, by the names they are known under. */
export const adequateOrganisations: readonly string[] = ['EPO', 'European Patent Organisation']

const eea = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO'.split(' ')

/** Whether a country (ISO 3166, two letters) is in the EU or the EEA. */
export function isInEea(country: string): boolean {
  return eea.includes(country)
}

/** Whether an adequacy decision that covers more than certified recipients is valid for the country on that day. */
export function isAdequate(country: string, day: string): boolean {
  return adequacyDecisions.some(
    (decision) =>
      decision.country === country &&
      decision.only !== 'dpf' &&
      decision.from <= day &&
      (decision.until === undefined || day <= decision.until),
  )
}

/** Whether a check of the Data Privacy Framework list still holds: it was made at most twelve months ago. */
export function isDpfFresh(verifiedAt: string | undefined, today: string): boolean {
  return verifiedAt !== undefined && verifiedAt !== '' && today <= addMonths(verifiedAt, 12)
}
