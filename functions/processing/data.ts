/**
 * What a processing activity holds, as the form asks for it (question ids in the comments) and as the register adds to it.
 * A draft may lack anything; completeness is a report. Codes are those of `vocabulary.ts` and the DSO's own.
 */
export interface ActivityData {
  /** A: about the processing */
  name?: string
  changeType?: 'new' | 'change' | 'end'
  replacesActivityId?: string
  registerRole?: 'controller' | 'jointController' | 'processor'
  orgUnitId?: string
  controllerOrgUnitId?: string
  jointControllers?: Party[]
  onBehalfOf?: Principal[]
  processorCategories?: string[]
  contactPersonId?: string
  responsibleManagerId?: string
  startDate?: string
  plannedEndDate?: string
  /** B: purpose and legal basis (B1, B3 and B4 live in each purpose) */
  purposes?: Purpose[]
  legalRegimes?: string[]
  consentRoutine?: string
  dataSources?: string[]
  isResearch?: boolean
  ethicsApprovalRef?: string
  kvbCaseRef?: string
  /** C: the persons */
  dataSubjectCategories?: string[]
  volume?: string
  includesProtectedIdentities?: TriState
  protectedIdentityRoutine?: string
  /** D: the data */
  dataCategories?: DataCategory[]
  art9Exceptions?: string[]
  art9NationalSupport?: Support[]
  confidentialityDutyConfirmed?: boolean
  criminalDataSupport?: string
  nationalIdGround?: 'purpose' | 'secureIdentification' | 'otherWeighty' | 'consent'
  nationalIdJustification?: string
  secrecyProvisions?: string[]
  searchTerms?: string[]
  /** E: handling and systems */
  operations?: string[]
  media?: string[]
  applicationIds?: string[]
  unlistedSystems?: string[]
  medicalDeviceIds?: string[]
  storageLocations?: string[]
  automatedDecisions?: 'none' | 'support' | 'full'
  profiling?: boolean
  automatedLogic?: string
  art22Ground?: 'contract' | 'law' | 'consent'
  usesAi?: TriState
  welfareTech?: boolean
  accessGroups?: AccessGroup[]
  /** F: recipients and processors */
  recipients?: Recipient[]
  noRecipients?: boolean
  processors?: Processor[]
  noProcessors?: boolean
  thirdCountryTransfer?: TriState
  transfers?: Transfer[]
  /** G: retention */
  retentionRules?: RetentionRule[]
  archivalDecisionRef?: string
  diaryNumber?: string
  /** H: protection */
  securityMeasures?: string[]
  securityDescription?: string
  classificationId?: Reference
  riskAnalysisIds?: Reference[]
  assessmentsMissingReason?: string
  logFollowUp?: string
  /** I: rights of the data subjects */
  informationStatus?: 'yes' | 'no' | 'exempt'
  informationExemptReason?: string
  privacyNoticeRef?: string
  pdlInfoConfirmed?: boolean
  optOutRoutine?: string
  accessExtractMethod?: string
  accessExtractNote?: string
  rightsNotes?: string
  /** J: impact assessment; an empty list means "none of these" */
  dpiaCriteria?: string[]
  dpiaCriteriaNote?: string
  dpiaMandatoryCases?: string[]
  dpiaId?: DpiaReference
  dpiaNotNeededReason?: string
  /** K: certify */
  initiatorStatement?: boolean
  managerAttestation?: { personId: string; at: string }

  /** JSON pointers of questions answered "Saknas eller oklart". */
  unclear?: string[]
  publicSummary?: string
  secrecyMarks?: SecrecyMark[]
  incidentRefs?: { system: string; ref: string; date: string }[]

  /** The register's own side, written by transitions only. */
  initiatorId?: string
  coordinatorId?: string
  submittedAt?: string
  registeredAt?: string
  registeredBy?: string
  lastReviewedAt?: string
  lastReviewedBy?: string
  /** What the last "unchanged" answer says was looked at. */
  reviewedFields?: string[]
  nextReviewDate?: string
  /** Day on which purposes, data, recipients, transfers or systems were last changed without a new impact assessment. */
  materialSince?: string
  riskLevel?: 'low' | 'medium' | 'high'
  endedAt?: string
  endReason?: string
  endDisposition?: 'destroyed' | 'archived' | 'transferred' | 'retained'
  retentionRef?: string
  refusal?: { reason: 'duplicate' | 'notPersonalData' | 'otherController'; duplicateOf?: string }
  withdrawnReason?: string
  archiveRef?: string
  coordinatorOpinion?: string
  returnDueDate?: string
  /** Comments that the initiator was asked to answer when it was returned, with a fingerprint of the answer then. */
  questions?: { noteId: string; pointer: string; was: string }[]
  /** Holds special categories, offences, detention or what calls for extra care; computed at each save. */
  sensitive?: boolean
  /** Open findings that hang on no date, by severity; computed at each save. */
  findingCounts?: { K: number; H: number; M: number; L: number }
  /** Contact details as they were when registered (DSF 30.1 a). */
  contacts?: { controller?: string; controllerOrgNumber?: string; dpoPersonId?: string }
  imported?: { source: string; reference: string; row: number; fields: { [heading: string]: string } }
}

export type TriState = 'yes' | 'no' | 'unknown'

export interface Support {
  act: string
  provision?: string
  note?: string
}

export interface LegalBasis {
  basis: string
  variant?: 'publicInterest' | 'officialAuthority'
  support?: Support[]
}

export interface Purpose {
  text?: string
  purposeCode?: string
  legalBases?: LegalBasis[]
}

/** Another controller we share responsibility with (DSF 26). */
export interface Party {
  name: string
  orgNumber?: string
  contact?: string
  agreementId?: Reference
}

/** A controller on whose behalf we process (DSF 30.2 a). */
export interface Principal extends Party {
  dpoContact?: string
}

export interface DataCategory {
  code: string
  subjects?: string[]
  source?: string[]
  note?: string
}

export interface AccessGroup {
  group: string
  need?: string
}

export interface Recipient {
  category: string
  name?: string
  kind?: string
  legalSupport?: string
  channel?: string
  frequency?: string
  directAccess?: boolean
}

export interface Processor {
  supplierId?: string
  name?: string
  agreementId?: Reference
  processorTask?: string[]
}

export interface Transfer {
  country?: string
  organisation?: string
  mechanism?: string
  dpfVerifiedAt?: string
  tiaRef?: string
  art49Documentation?: string
  recurring?: boolean
  purposeCode?: string
}

/** `categories: 'all'` covers whatever D1 holds; a criterion is an answer where there is no number (`P10Y`). */
export interface RetentionRule {
  categories?: string[] | 'all'
  min?: boolean
  period?: string
  criterion?: string
  trigger?: string
  action?: 'preserve' | 'destroy' | 'transfer'
  exception?: string
  support?: Support[]
}

/** Stands for a record whose kind does not exist yet. */
export interface Reference {
  diaryNumber?: string
  date?: string
  result?: string
  note?: string
}

/** With a `result` the assessment is done; without, it has only begun. */
export interface DpiaReference extends Reference {
  dpoAdviceAt?: string
  residualRisk?: 'low' | 'medium' | 'high'
  priorConsultationRef?: string
}

export interface SecrecyMark {
  fieldPath: string
  provision: string
  markedAt: string
  markedByAuthority: string
}
