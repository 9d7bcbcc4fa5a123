import type { KeptDocument } from '../documents/document.ts'
import type { SecrecyMark } from '../register/secrecy-mark.ts'

/** Stands for an assessment or agreement until it is a record of its own (domain model 10.16). */
export interface Reference {
  diaryNumber?: string
  date?: string
  result?: string
  note?: string
}

export interface Classification extends Reference {
  confidentiality?: number
  integrity?: number
  availability?: number
  traceability?: number
}

export interface RiskAnalysis extends Reference {
  type?: string
  approvedAt?: string
  validUntil?: string
  coSigned?: boolean
}

export interface NetworkPort {
  segment?: string
  zone?: string
  hostname?: string
  macAddress?: string
  ipAddress?: string
  vlan?: string
  medium?: string
  switchPort?: string
  firstSeen?: string
  lastSeen?: string
  source?: string
}

export interface Disposal {
  method?: string
  at?: string
  by?: string
  certificateRef?: string
  supplierId?: string
  recipient?: string
  mediaDescription?: string
  technique?: string
  standard?: string
  tool?: string
  verification?: string
  destination?: string
}

/** A change of a system or its protection (domain model section 3, AssetChange). */
export interface AssetChange {
  at: string
  description?: string
  tested?: boolean
  approvedBy?: string
  major?: boolean
  protectionBypass?: boolean
  riskAnalysisRef?: string
}

/** What a source said of a field that holds a manual value. */
export interface SourceValue {
  source: string
  /** `null` when the source left it empty. */
  value: unknown
  /** RFC 3339; absent when it spoke before somebody changed the field. */
  at?: string
}

/** What every asset holds, whatever its kind (domain model section 3; field study C1). Dates are `YYYY-MM-DD`. */
export interface AssetData {
  name: string
  description?: string
  tags?: string[]
  usingOrgUnitIds?: string[]
  responsiblePersonId?: string
  ownerOrgUnitId?: string
  contacts?: { role: string; personId?: string; orgUnitId?: string; from?: string; to?: string }[]
  supplierIds?: { supplierId: string; role?: string; processesPersonalData?: boolean }[]
  personalData?: 'yes' | 'no' | 'unknown'
  location?: { site?: string; building?: string; floor?: string; room?: string; gln?: string }
  connectedToNetwork?: boolean
  connectionApproval?: { by?: string; at?: string; ref?: string }
  network?: NetworkPort[]
  classificationId?: Classification
  riskAnalysisIds?: RiskAnalysis[]
  diaryNumber?: string
  incidentRefs?: { system?: string; ref?: string; date?: string }[]
  orderedAt?: string
  deliveredAt?: string
  acquiredAt?: string
  inServiceAt?: string
  warrantyEndsAt?: string
  plannedEndAt?: string
  decommissionedAt?: string
  supportEndsAt?: string
  lastVerifiedAt?: string
  reviewDueAt?: string
  hold?: string
  order?: {
    orderNumber?: string
    invoiceNumber?: string
    cost?: number
    currency?: string
    costCentre?: string
    leaseEndsAt?: string
  }
  disposal?: Disposal
  notes?: string
  secrecyMarks?: SecrecyMark[]
  keeper?: string
  externalIds?: { source: string; id: string; lastSeen?: string }[]
  unseen?: { source?: string; loads?: number; since?: string }
  changes?: AssetChange[]
  stateBefore?: string
  /** `manual`, `feed:<source>` or `import:<source>` by field; a field with a value and no origin is manual. */
  origins?: { [field: string]: string }
  sourceSays?: { [field: string]: SourceValue }
  /** As `sourceSays`, of fields that are secret. */
  secretSourceSays?: { [field: string]: SourceValue }
  findingCounts?: { [severity: string]: number }
  /** Files: what was certified, assessed, declared and described. */
  documents?: KeptDocument[]
}

/** What equipment and medical devices have in common. */
export interface ThingData extends AssetData {
  custody?: {
    holderPersonId?: string
    holderOrgUnitId?: string
    place?: string
    from?: string
    expectedReturn?: string
    to?: string
    by?: string
  }[]
  manufacturer?: string
  model?: string
  modelNumber?: string
  serialNumber?: string
  ownership?: string
  hasStorageMedia?: boolean
  storageMedia?: string[]
  operatingSystem?: string
  osVersion?: string
  osSupportEnd?: string
  patchManaged?: boolean
  malwareProtection?: boolean
  diskEncryption?: boolean
  protectionException?: string
}

export interface EquipmentData extends ThingData {
  equipmentType?: string
  hardwareUuid?: string
  imei?: string[]
  mdmManaged?: boolean
}

export interface MedicalDeviceData extends ThingData {
  inventoryNumber?: string
  regulatoryFramework?: string
  riskClass?: string
  udiDi?: string
  udiIssuer?: string
  udiPi?: string
  udiParts?: { lot?: string; serial?: string; productionDate?: string; expiryDate?: string; version?: string }
  basicUdiDi?: string
  eudamedUrl?: string
  emdnCode?: string
  gmdnCode?: string
  nomenclature?: { system?: string; code?: string; text?: string }
  ceMarked?: boolean
  notifiedBody?: string
  declarationRef?: string
  intendedUse?: string
  patientConnected?: boolean
  lifeSupporting?: boolean
  researchUse?: boolean
  trialAgreementRef?: string
  localCriticality?: number
  storesPatientData?: boolean
  transmitsPatientData?: boolean
  informationSystemIds?: string[]
  itInventoryRef?: string
  deviceInterfaces?: string[]
  remoteService?: string
  mds2Ref?: string
  mds2?: {
    receivedAt?: string
    version?: string
    storesPatientData?: boolean
    remoteAccess?: boolean
    antimalwareAllowed?: boolean
    patchPolicy?: string
    sbomRef?: string
  }
  networkRisk?: {
    iec80001Done?: boolean
    date?: string
    responsiblePersonId?: string
    safety?: number
    effectiveness?: number
    security?: number
    acceptedBy?: string
    nextAt?: string
  }
  isSoftware?: boolean
  softwareVersion?: string
  softwareChangedAt?: string
  maintenanceIntervalMonths?: number
  maintenanceType?: string
  lastMaintenanceAt?: string
  maintenanceResult?: string
  maintenanceProtocolRef?: string
  nextMaintenanceAt?: string
  serviceAgreementRef?: string
  fsca?: { reference?: string; receivedAt?: string; action?: string; doneAt?: string }[]
}
