import { type AssetOutlineSpec, defineAssetOutline } from './asset-outline.ts'
import type { EquipmentData } from './data.ts'
import { equipmentSections } from './fields/equipment.ts'
import { isRealSerial } from './identifier/serial.ts'
import { assetVocabularies } from './vocabulary.ts'

/** What sets equipment apart for those who read them. */
export const equipmentSpec: AssetOutlineSpec<EquipmentData> = {
  name: 'equipment',
  plural: 'equipment',
  prefix: 'equ',
  keeperRole: 'itAssetManager',
  sections: equipmentSections,
  typeField: 'equipmentType',
  types: assetVocabularies['equipmentType'] ?? [],
  listed: [
    'name',
    'equipmentType',
    'manufacturer',
    'model',
    'serialNumber',
    'usingOrgUnitIds',
    'responsiblePersonId',
    'personalData',
    'connectedToNetwork',
    'osSupportEnd',
    'lastVerifiedAt',
    'supportEndsAt',
    'externalIds',
    'findingCounts',
  ],
  texts: ({ manufacturer, model, serialNumber, hardwareUuid, location, externalIds = [] }) => [
    serialNumber,
    manufacturer,
    model,
    location?.site,
    hardwareUuid,
    ...externalIds.map(({ id }) => id),
  ],
  exact: ({ serialNumber, hardwareUuid, imei = [], externalIds = [] }) => [
    isRealSerial(serialNumber) ? serialNumber : undefined,
    hardwareUuid,
    ...imei,
    ...externalIds.map(({ id }) => id),
  ],
}

/** How equipment are read. */
export const equipmentOutline = defineAssetOutline(equipmentSpec)
