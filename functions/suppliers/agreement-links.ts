import { linksOf } from '../fields/links.ts'
import type { Link } from '../register/outline.ts'
import type { AgreementData } from './agreement-data.ts'
import { agreementFields } from './fields/agreement.ts'

/** What an agreement points at: its parties, the agreement above it, and what it covers. */
export function agreementLinks(data: AgreementData): Link[] {
  return linksOf(agreementFields, data)
}
