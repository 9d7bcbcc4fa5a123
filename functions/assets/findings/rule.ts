import type { BackupBaseline } from '../../register/actor.ts'
import type { Severity } from '../../register/api.ts'
import type { ApplicationData } from '../application-data.ts'
import type { EquipmentData, MedicalDeviceData } from '../data.ts'
import type { AssetKindName } from '../sections.ts'

/** Any asset's data as rules look at it: what is not of its kind is absent. */
export type AnyData = Partial<ApplicationData> &
  Partial<Omit<EquipmentData, 'equipmentType'>> &
  Partial<MedicalDeviceData> & {
    equipmentType?: string
  }

/** What rules need to know of an activity in force that uses the asset. */
export interface UsingActivity {
  sensitive: boolean
  regimes: readonly string[]
  /** It holds special categories (DSF 9). */
  special: boolean
  /** People with protected identities may be in it: `yes`, `no`, `unknown`. */
  protectedIdentities?: string
}

/** A record as the rules see it. Without `activities` only what the record itself says is judged. */
export interface JudgedAsset {
  kind: AssetKindName
  state: string
  data: AnyData
  activities?: readonly UsingActivity[]
}

/** What the rules know of the world. A rule whose question cannot be answered stays silent. */
export interface AssetContext {
  /** Calendar day in Europe/Stockholm, `YYYY-MM-DD`. */
  today: string
  /** Whether a person still works here. */
  personActive?(id: string): boolean | undefined
  /** Whether a unit is no longer part of the organisation. */
  unitEnded?(id: string): boolean | undefined
  /** Calendar day on which a unit was last reorganised. */
  reorganisedAt?(id: string): string | undefined
  /** The least demands on copies where a unit stands. */
  backupBaseline?(id: string): BackupBaseline | undefined
}

/** One place where a rule is broken. */
export interface AssetHit {
  severity: Severity
  pointer: string
  /** Comes and goes with the calendar or with others' records, so it is left out of stored counts. */
  passing?: true
  params?: { [name: string]: string | number }
}

/** One rule of domain section 5 as a value. */
export interface AssetRule {
  id: string
  source: string
  kinds: readonly AssetKindName[]
  /** States in which it runs. */
  states: readonly string[]
  test(asset: JudgedAsset, context: AssetContext): readonly AssetHit[]
}

export const things: readonly AssetKindName[] = ['equipment', 'medicalDevice']
export const systems: readonly AssetKindName[] = ['application']
export const allAssets: readonly AssetKindName[] = ['equipment', 'medicalDevice', 'application']

/** States in which somebody may be using it. */
export const used = ['introduction', 'inOperation', 'phasingOut', 'outOfService'] as const
/** All states in which it is still in the register's care. */
export const kept = [...used, 'storage', 'missing'] as const

/** One hit when the condition holds. */
export function when(
  condition: unknown,
  severity: Severity,
  pointer: string,
  extra: Partial<AssetHit> = {},
): AssetHit[] {
  return condition ? [{ severity, pointer, ...extra }] : []
}
