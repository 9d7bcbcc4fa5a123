import type { Counts } from '../components/severity.tsx'
import type { Envelope, Full } from '../api/record.ts'
import type { Session } from '../api/session.ts'
import { hasRole } from '../shell/session.ts'

export type AssetKindName = 'equipment' | 'medicalDevice' | 'application'

/** A kind of asset as addresses call it. */
export interface AssetKind {
  name: AssetKindName
  /** In the API. */
  plural: string
  /** In the address bar. */
  place: string
  /** The role that keeps assets of this kind. */
  keeper: string
}

export const assetKinds: readonly AssetKind[] = [
  { name: 'equipment', plural: 'equipment', place: 'utrustning', keeper: 'itAssetManager' },
  { name: 'medicalDevice', plural: 'medical-devices', place: 'medicinteknik', keeper: 'medTechManager' },
  { name: 'application', plural: 'applications', place: 'system', keeper: 'itAssetManager' },
]

/** The kind that an address names. */
export function kindAt(place: string | undefined): AssetKind | undefined {
  return assetKinds.find((kind) => kind.place === place)
}

/** The kind of a record. */
export function kindOf(name: string): AssetKind {
  return assetKinds.find((kind) => kind.name === name) ?? assetKinds[0]!
}

/** The kinds that a person may enter new assets of. */
export function kindsKeptBy(session: Session): AssetKind[] {
  return assetKinds.filter(
    (kind) => hasRole(session, kind.keeper) || (kind.name === 'application' && hasRole(session, 'itCoordinator')),
  )
}

/** Where an asset is shown. */
export function assetAddress(kind: AssetKind, id: string, part = ''): string {
  return `/tillgangar/${kind.place}/${id}${part && `/${part}`}`
}

/** What a list shows of an asset (the kind's summary fields). */
export interface AssetSummary {
  name?: string
  usingOrgUnitIds?: string[]
  responsiblePersonId?: string
  systemOwnerId?: string
  personalData?: 'yes' | 'no' | 'unknown'
  equipmentType?: string
  applicationType?: string
  regulatoryFramework?: string
  riskClass?: string
  manufacturer?: string
  model?: string
  serialNumber?: string
  inventoryNumber?: string
  connectedToNetwork?: boolean
  osSupportEnd?: string
  supportEndsAt?: string
  lastVerifiedAt?: string
  externalIds?: { source: string; id: string; lastSeen?: string }[]
  findingCounts?: Counts
}

export type AssetRow = Envelope<AssetSummary>

/** An asset as one person sees it. */
export type AssetRecord = Full<{ name?: string; [field: string]: unknown }>
