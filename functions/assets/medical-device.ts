import { defineAssetKind } from './asset-kind.ts'
import type { MedicalDeviceData } from './data.ts'
import { medicalDeviceSections } from './fields/medical-device.ts'
import { assetVocabularies } from './vocabulary.ts'

/** Medical devices, kept by the medical engineering service. */
export const medicalDevice = defineAssetKind<MedicalDeviceData>({
  name: 'medicalDevice',
  plural: 'medical-devices',
  prefix: 'med',
  letter: 'M',
  sections: medicalDeviceSections,
  summary: ['inventoryNumber', 'manufacturer', 'model', 'serialNumber', 'regulatoryFramework', 'riskClass'],
  keeperRole: 'medTechManager',
  facets: ({ riskClass }) => ({ type: riskClass ? [riskClass] : [] }),
  filters: { type: { type: 'facet', values: assetVocabularies['riskClass'] } },
  texts: ({ manufacturer, model, serialNumber, inventoryNumber, udiDi }) => [
    manufacturer,
    model,
    serialNumber,
    inventoryNumber,
    udiDi,
  ],
  exact: ({ serialNumber, inventoryNumber, udiDi }) => [serialNumber, inventoryNumber, udiDi],
  unique: ({ inventoryNumber }) =>
    inventoryNumber ? [{ scope: 'medicalDeviceInventory', value: inventoryNumber.toLowerCase() }] : [],
})
