import type { SecrecyMark } from '../register/secrecy-mark.ts'

/** Stands for an assessment until it is a record of its own (domain model 10.16). */
export interface Reference {
  diaryNumber?: string
  date?: string
  result?: string
  note?: string
}

/** Somebody at the supplier whom we turn to; `verifiedAt`: the day the details were last checked. */
export interface SupplierContact {
  role?: string
  name?: string
  email?: string
  phone?: string
  verifiedAt?: string
}

export interface Certification {
  name: string
  reference?: string
  validTo?: string
}

/** Something that changed in the service or its owner, and the renewed assessment of it (rule SU-08). */
export interface ChangeEvent {
  at?: string
  kind: 'ownership' | 'location' | 'subProcessor' | 'service' | 'incident'
  text?: string
  /** The `supplierChange` risk analysis; its `date` closes the event. */
  riskAnalysisId?: Reference
}

/** What a supplier holds; only the name must be there. */
export interface SupplierData {
  name: string
  tradeNames?: string[]
  otherNames?: string[]
  country?: string
  orgNumber?: string
  numberScheme?: string
  /** The number of a sole trader, which is a personnummer: moved here from `orgNumber`, and secret. */
  personalNumber?: string
  soleTrader?: boolean
  parentName?: string
  parentCountry?: string
  category?: string
  criticality?: 'low' | 'medium' | 'high'
  ownerId?: string
  address?: string
  website?: string
  subProcessorListUrl?: string
  subProcessorListCheckedAt?: string
  contacts?: SupplierContact[]
  dpContact?: string
  certifications?: Certification[]
  nis2Entity?: 'yes' | 'no' | 'unknown'
  changeEvents?: ChangeEvent[]
  lastFollowUpAt?: string
  nextFollowUpAt?: string
  riskAnalysisId?: Reference
  diaryNumber?: string
  notes?: string
  secrecyMarks?: SecrecyMark[]
}
