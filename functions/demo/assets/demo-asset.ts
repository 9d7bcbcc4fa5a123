import type { ApplicationData } from '../../assets/application-data.ts'
import type { EquipmentData, MedicalDeviceData } from '../../assets/data.ts'

/** Ids that an asset of the demo register may name, by the keys of the demo data, and days relative to its first start. */
export interface AssetIds {
  unit(key: string): string
  person(userId: string): string
  supplier(key: string): string
  asset(key: string): string
  /** The day so many days from the first start; negative for the past. */
  day(days: number): string
}

interface Common {
  key: string
  state: string
  /** User id of who wrote it down. */
  by: string
}

/** One asset of the demo register, in the state it is in. */
export type DemoAsset =
  | (Common & { kind: 'equipment'; data(ids: AssetIds): EquipmentData })
  | (Common & { kind: 'medicalDevice'; data(ids: AssetIds): MedicalDeviceData })
  | (Common & { kind: 'application'; data(ids: AssetIds): ApplicationData })
