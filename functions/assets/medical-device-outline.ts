import { type AssetOutlineSpec, defineAssetOutline } from './asset-outline.ts'
import type { MedicalDeviceData } from './data.ts'
import { medicalDeviceSections } from './fields/medical-device.ts'
import { parseGs1 } from './identifier/gs1.ts'
import { isRealSerial } from './identifier/serial.ts'
import { assetVocabularies } from './vocabulary.ts'

/** What sets medical devices apart for those who read them. */
export const medicalDeviceSpec: AssetOutlineSpec<MedicalDeviceData> = {
  name: 'medicalDevice',
  plural: 'medical-devices',
  prefix: 'med',
  keeperRole: 'medTechManager',
  sections: medicalDeviceSections,
  typeField: 'riskClass',
  types: assetVocabularies['riskClass'] ?? [],
  listed: [
    'name',
    'inventoryNumber',
    'manufacturer',
    'model',
    'serialNumber',
    'regulatoryFramework',
    'riskClass',
    'usingOrgUnitIds',
    'responsiblePersonId',
    'personalData',
    'connectedToNetwork',
    'osSupportEnd',
    'nextMaintenanceAt',
    'lastVerifiedAt',
    'supportEndsAt',
    'externalIds',
    'findingCounts',
  ],
  texts: ({ manufacturer, model, serialNumber, inventoryNumber, udiDi, location, externalIds = [] }) => [
    inventoryNumber,
    serialNumber,
    manufacturer,
    model,
    udiDi,
    location?.site,
    ...externalIds.map(({ id }) => id),
  ],
  asExact: (q) => parseGs1(q)?.gtin,
  exact: ({ serialNumber, inventoryNumber, udiDi, externalIds = [] }) => [
    isRealSerial(serialNumber) ? serialNumber : undefined,
    inventoryNumber,
    udiDi,
    ...externalIds.map(({ id }) => id),
  ],
}

/** How medical devices are read. */
export const medicalDeviceOutline = defineAssetOutline(medicalDeviceSpec)
