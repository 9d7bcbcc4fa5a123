import { withoutAbsent } from '../register/present.ts'
import type { RecordOf } from '../register/record.ts'
import type { Item } from '../store/store.ts'
import type { AgreementData } from './agreement-data.ts'
import type { SupplierData } from './supplier-data.ts'

/** The envelope of every fact. */
export interface Known {
  id: string
  kind: string
  number?: string
  name: string
  state: string
}

/** The envelope of a record as its facts have it. */
export function knownOf({ id, number, state, data }: RecordOf<{ name?: string }>): Omit<Known, 'kind'> {
  return { id, ...(number && { number }), state, name: data.name ?? '' }
}

/** What the rules need of a processing activity, from the revision in force. */
export interface ActivityFacts extends Known {
  kind: 'activity'
  /** When that revision was made, RFC 3339. */
  since: string
  orgUnitId?: string
  controllerOrgUnitId?: string
  /** Whether we process on somebody else's behalf, so that our own board is the party to the agreement. */
  isProcessor: boolean
  contactPersonId?: string
  startDate?: string
  endedAt?: string
  processors: { supplierId?: string; name?: string }[]
  applicationIds: string[]
  dataCategories: string[]
  subjects: string[]
  countries: string[]
  hasSecrecy: boolean
  /** Sector rules that apply. */
  regimes: string[]
  thirdCountryTransfer?: string
}

export interface AssetSupplier {
  supplierId: string
  role?: string
  processesPersonalData?: boolean
}

/** What the rules need of an application, a device or a piece of equipment. */
export interface AssetFacts extends Known {
  kind: 'application' | 'medicalDevice' | 'equipment'
  usingOrgUnitIds: string[]
  personalData?: string
  suppliers: AssetSupplier[]
  systemOwnerId?: string
  hostingCountries: string[]
  ownership?: string
  hasStorageMedia?: boolean
  lastSupplierAccessReviewAt?: string
}

/** An agreement, whole. */
export interface AgreementFacts extends Known {
  kind: 'agreement'
  data: AgreementData
}

export interface SupplierFacts extends Known {
  kind: 'supplier'
  data: SupplierData
}

/** The facts of each kind of record that suppliers have to do with. */
export interface FactsOf {
  activity: ActivityFacts
  application: AssetFacts
  medicalDevice: AssetFacts
  equipment: AssetFacts
  agreement: AgreementFacts
  supplier: SupplierFacts
}

export type FactKind = keyof FactsOf

interface Stored {
  head: { id: string; number?: string; state: string; updatedAt: string }
  data: { [field: string]: unknown }
}

/** The facts in a stored revision of a record. */
export function factsFrom<K extends FactKind>(kind: K, body: Item['body']): FactsOf[K] {
  const { head, data } = body as unknown as Stored
  const { id, number, state, updatedAt } = head
  const known = { id, kind, ...(number && { number }), name: String(data['name'] ?? ''), state }
  if (kind === 'activity') return { ...known, since: updatedAt, ...activityFacts(data) } as unknown as FactsOf[K]
  if (kind === 'agreement' || kind === 'supplier') return { ...known, data } as unknown as FactsOf[K]
  return { ...known, ...assetFacts(data) } as unknown as FactsOf[K]
}

/** The same of an activity's data, wherever it comes from. */
export function activityFacts(data: { [field: string]: unknown }): Omit<ActivityFacts, keyof Known | 'since'> {
  const named = data as {
    orgUnitId?: string
    controllerOrgUnitId?: string
    registerRole?: string
    contactPersonId?: string
    startDate?: string
    endedAt?: string
    processors?: { supplierId?: string; name?: string }[]
    applicationIds?: string[]
    dataCategories?: { code: string }[]
    dataSubjectCategories?: string[]
    transfers?: { country?: string }[]
    secrecyProvisions?: string[]
    legalRegimes?: string[]
    thirdCountryTransfer?: string
  }
  const { orgUnitId, controllerOrgUnitId, contactPersonId, startDate, endedAt, thirdCountryTransfer } = named
  return {
    ...withoutAbsent({ orgUnitId, controllerOrgUnitId, contactPersonId, startDate, endedAt, thirdCountryTransfer }),
    isProcessor: named.registerRole === 'processor',
    processors: (named.processors ?? []).map(({ supplierId, name }) => withoutAbsent({ supplierId, name })),
    applicationIds: named.applicationIds ?? [],
    dataCategories: (named.dataCategories ?? []).map(({ code }) => code),
    subjects: named.dataSubjectCategories ?? [],
    countries: (named.transfers ?? []).flatMap(({ country }) => country ?? []),
    regimes: named.legalRegimes ?? [],
    hasSecrecy: (named.secrecyProvisions ?? []).some((provision) => provision !== 'none'),
  }
}

/** The same of an asset's data. */
export function assetFacts(data: { [field: string]: unknown }): Omit<AssetFacts, keyof Known> {
  const named = data as {
    usingOrgUnitIds?: string[]
    personalData?: string
    supplierIds?: AssetSupplier[]
    systemOwnerId?: string
    hostingCountries?: string[]
    ownership?: string
    hasStorageMedia?: boolean
    lastSupplierAccessReviewAt?: string
  }
  const { personalData, systemOwnerId, ownership, hasStorageMedia, lastSupplierAccessReviewAt } = named
  return {
    ...withoutAbsent({ personalData, systemOwnerId, ownership, hasStorageMedia, lastSupplierAccessReviewAt }),
    usingOrgUnitIds: named.usingOrgUnitIds ?? [],
    suppliers: named.supplierIds ?? [],
    hostingCountries: named.hostingCountries ?? [],
  }
}
