import type { AssetData, Reference } from './data.ts'

/** Copies, where they are kept and whether they can be used (domain model section 3, R42–R43). Durations are ISO 8601. */
export interface Backup {
  scope?: string
  interval?: string
  generations?: string
  storage?: string
  separateSite?: boolean
  readEquipmentSeparate?: boolean
  readabilityCheck?: string
  restoreTestInterval?: string
  lastRestoreTestAt?: string
  sourceAndConfigAt?: string
  retention?: string
  immutable?: boolean
  encrypted?: boolean
  responsiblePersonId?: string
}

export interface OperationsDoc {
  ref?: string
  updatedAt?: string
  coversBackup?: boolean
  coversRestart?: boolean
  coversLogs?: boolean
  coversInstall?: boolean
  copySeparate?: boolean
}

/** Whether a system can do something: `na` is an answer. */
export type Support = 'yes' | 'no' | 'na' | 'unknown'

/** An application or service (domain model section 3; field study C4). */
export interface ApplicationData extends AssetData {
  aliases?: string[]
  applicationType?: string
  product?: string
  publisher?: string
  softwareVersion?: string
  environment?: string
  cpuaName?: string
  systemOwnerId?: string
  systemAdministratorIds?: string[]
  usersCount?: number
  userCategories?: string[]
  subjectRegimes?: string[]
  pubNeeded?: 'yes' | 'no' | 'unknown'
  pubAgreementId?: Reference
  hosting?: string
  hostingCountries?: string[]
  hostingProvider?: string
  hostingRegion?: string
  runsOnIds?: string[]
  interfaces?: {
    applicationId?: string
    with?: string
    information?: string
    protocol?: string
    direction?: string
  }[]
  slaRef?: string
  availabilityLevel?: number
  recoveryTimeHours?: number
  recoveryPointHours?: number
  tolerableOutageHours?: number
  continuityPlanRef?: string
  fallbackRoutineRef?: string
  exitPlan?: string
  logFunction?: 'yes' | 'no' | 'partial' | 'unknown'
  logContent?: string[]
  logRetention?: string
  logExtractRoutine?: string
  logReviewInterval?: string
  lastLogReviewAt?: string
  authenticationMethods?: string[]
  openNetwork?: boolean
  encryptionInTransit?: boolean
  encryptionAtRest?: boolean
  blockingSupport?: Support
  protectedIdentitySupport?: Support
  populationRegisterCheck?: Support
  erasureSupport?: Support
  extractSupport?: Support
  lastAccessReviewAt?: string
  lastSupplierAccessReviewAt?: string
  testData?: { usesProductionData?: boolean; reviewed?: boolean; deidentified?: boolean; testPersons?: boolean }
  backup?: Backup
  operationsDoc?: OperationsDoc
  lastMajorChangeAt?: string
  licence?: { metric?: string; quantity?: number; expiresAt?: string; noticeMonths?: number }
  exitDataPlan?: string
  dataReturn?: { choice?: 'deleted' | 'returned'; confirmedAt?: string; ref?: string }
  retentionRef?: string
  dpiaId?: Reference
}
