import type { AgreementData, SubProcessor } from '../suppliers/agreement-data.ts'
import type { Reference } from '../suppliers/supplier-data.ts'
import type { DemoDays } from './days.ts'

/** Ids of what a demo agreement points at, by the keys that the demo data uses. */
export interface AgreementIds {
  unit(key: string): string
  person(userId: string): string
  supplier(key: string): string
  /** An agreement made before. */
  agreement(key: string): string
}

/** What happens to a demo agreement, so many days before the register's first start. */
export type AgreementStep =
  | { daysAgo: number; by: string; move: 'sign' | 'confirmChecklist' | 'activate' }
  | { daysAgo: number; by: string; move: 'terminate'; terminatesDaysAgo: number; reason: string }
  | { daysAgo: number; by: string; move: 'listSubProcessors'; source: string; subProcessors: SubProcessor[] }
  | {
      daysAgo: number
      by: string
      move: 'decideSubProcessor'
      names: string[]
      decision: 'approved' | 'active'
      riskAnalysisId?: Reference
    }

/** An agreement of the demo register with its story. `state`: it was taken over from an older list in that state. */
export interface DemoAgreement {
  key: string
  by: string
  madeDaysAgo: number
  state?: 'active'
  data: (ids: AgreementIds, days: DemoDays) => AgreementData
  steps: readonly AgreementStep[]
}

/** All of DSF 28.3, with where it stands. */
export const wholeArt28 = { a: true, b: true, c: true, d: true, e: true, f: true, g: true, h: true }

/** The ordinary way into force. */
export function activated(by: string, coordinator: string, daysAgo: number): AgreementStep[] {
  return [
    { daysAgo: daysAgo + 6, by, move: 'sign' },
    { daysAgo: daysAgo + 3, by: coordinator, move: 'confirmChecklist' },
    { daysAgo, by, move: 'activate' },
  ]
}

/** The ordinary way into force of an agreement without a checklist. */
export function inForce(by: string, daysAgo: number): AgreementStep[] {
  return [
    { daysAgo: daysAgo + 4, by, move: 'sign' },
    { daysAgo, by, move: 'activate' },
  ]
}
