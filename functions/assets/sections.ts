import type { Field, FieldSection } from '../fields/field.ts'
import { applicationSections } from './fields/application.ts'
import { equipmentSections } from './fields/equipment.ts'
import { medicalDeviceSections } from './fields/medical-device.ts'

export type AssetKindName = 'equipment' | 'medicalDevice' | 'application'

/** The forms of all kinds of assets. */
export const assetSections: { readonly [kind in AssetKindName]: readonly FieldSection[] } = {
  equipment: equipmentSections,
  medicalDevice: medicalDeviceSections,
  application: applicationSections,
}

/** The field of that name in a kind's form. */
export function assetField(kind: AssetKindName, name: string): Field | undefined {
  return assetSections[kind].flatMap(({ fields }) => fields).find((field) => field.name === name)
}
