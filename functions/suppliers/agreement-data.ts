import type { KeptDocument } from '../documents/document.ts'
import type { SecrecyMark } from '../register/secrecy-mark.ts'
import type { Reference } from './supplier-data.ts'

export type AgreementType =
  'pub' | 'service' | 'secrecy' | 'jointController' | 'sharedRecords' | 'remoteAccess' | 'sla' | 'disposal'

/** The letters of DSF 28.3. */
export type Clause = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h'

export type SubProcessorStatus = 'proposed' | 'approved' | 'objected' | 'active' | 'ended'

/** One link of the chain of sub-processors (DSF 28.2, 28.4). */
export interface SubProcessor {
  name: string
  orgNumber?: string
  country?: string
  /** Where the data lie, when the list names more than one country. */
  countries?: string[]
  /** The sub-processor that engages this one; the supplier itself when absent. */
  parentName?: string
  task?: string
  dataCategories?: string[]
  mechanism?: string
  notifiedAt?: string
  objectionDeadline?: string
  status?: SubProcessorStatus
  /** The day the contract owner approved of or objected to it. */
  decidedAt?: string
  decidedBy?: string
  riskAnalysisId?: Reference
  endedAt?: string
  /** The row of the supplier's own list, heading by heading. */
  asPublished?: string
}

/** The instruction to the processor (DSF 28.3 a), one of the two annexes that are filled in. */
export interface Instruction {
  purposes?: string
  nature?: string
  dataCategories?: string[]
  subjects?: string[]
  duration?: string
  security?: string
  logging?: string
  /** Countries in which the data may be processed. */
  locations?: string[]
  handlingRequirements?: string
}

/** A version of an annex: it stands in the agreement's revision of that number. */
export interface AnnexVersion {
  annex: 'instruction' | 'subProcessors'
  version: number
  date: string
  revision: number
  source?: string
}

/** What has changed so that the risks are to be assessed again, by when, and the assessment that closed it. */
export interface Reassessment {
  id: string
  trigger: 'newSubProcessor' | 'newCountry' | 'newOwner'
  names: string[]
  at: string
  due: string
  riskAnalysisId?: Reference
  closedAt?: string
  closedBy?: string
}

/** A file of the agreement. */
export interface AgreementDocument extends KeptDocument {
  part: 'agreement' | 'annex' | 'amendment' | 'certificate' | 'other'
}

/** A written undertaking to keep silent (OSL 10:2 a, lag 2020:914). */
export interface SecrecyUndertaking {
  who: string
  count?: number
  signedAt?: string
  reference?: string
}

/** What an agreement holds; a draft may lack anything but its name and the controllers that are party to it. */
export interface AgreementData {
  name: string
  type?: AgreementType
  supplierId?: string
  counterparty?: string
  controllerOrgUnitIds: string[]
  weAreProcessor?: boolean
  parentAgreementId?: string
  applicationIds?: string[]
  medicalDeviceIds?: string[]
  activityIds?: string[]
  template?: string
  deviations?: string
  ownerId?: string
  diaryNumber?: string
  signedAt?: string
  validFrom?: string
  validTo?: string
  noticeMonths?: number
  renewal?: 'never' | 'tacit' | 'express'
  renewalMonths?: number
  art28?: { [letter in Clause]?: boolean }
  art28Notes?: { [letter in Clause]?: { clause?: string; comment?: string } }
  checklistConfirmation?: { by: string; at: string }
  instruction?: Instruction
  subProcessorMode?: 'none' | 'specific' | 'general'
  objectionDays?: number
  subProcessors?: SubProcessor[]
  annexVersions?: AnnexVersion[]
  secrecyBasis?: 'osl10_2a' | 'confidentialityAgreement' | 'authority' | 'noSecrecy'
  secrecyAssessment?: { at?: string; by?: string; result?: string; ref?: string }
  secrecyUndertakings?: SecrecyUndertaking[]
  breachNoticeHours?: number
  breachContact?: string
  auditRight?: boolean
  auditNoticeDays?: number
  mediaDisposalClause?: boolean
  lastFollowUpAt?: string
  nextFollowUpAt?: string
  terminationAt?: string
  terminationReason?: string
  dataReturn?: { choice?: 'deleted' | 'returned'; confirmedAt?: string; ref?: string }
  closeReason?: string
  commercialNotes?: string
  notes?: string
  reassessments?: Reassessment[]
  documents?: AgreementDocument[]
  secrecyMarks?: SecrecyMark[]
  /** Set while the agreement binds: its terms change by amending it, not by saving it. */
  bound?: boolean
}
