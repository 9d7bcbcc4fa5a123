import { defineAssetKind } from './asset-kind.ts'
import { checkDevice } from './check.ts'
import type { MedicalDeviceData } from './data.ts'
import { deriveDevice } from './derive.ts'
import { medicalDeviceSections } from './fields/medical-device.ts'
import { lacksApproval, lacksDeviceRisk, lacksDisposal, lacksMaintenance, lacksPlace } from './guards/any-asset.ts'
import { isRealSerial } from './identifier/serial.ts'
import { assetVocabularies } from './vocabulary.ts'

/** Medical devices, connected or not, kept by the medical engineering service. */
export const medicalDevice = defineAssetKind<MedicalDeviceData>({
  name: 'medicalDevice',
  plural: 'medical-devices',
  prefix: 'med',
  letter: 'M',
  keeper: 'medTech',
  keeperRole: 'medTechManager',
  sections: medicalDeviceSections,
  typeField: 'riskClass',
  types: assetVocabularies['riskClass'] ?? [],
  requires: {
    acquire: () => [],
    introduce: (data) => [...lacksPlace(data), ...lacksDeviceRisk(data)],
    putInOperation: (data) => [
      ...lacksPlace(data),
      ...lacksApproval(data),
      ...lacksDeviceRisk(data),
      ...lacksMaintenance(data),
    ],
    phaseOut: () => [],
    dispose: lacksDisposal,
  },
  check: checkDevice,
  derive: deriveDevice,
  texts: ({ manufacturer, model, serialNumber, inventoryNumber, udiDi, location, externalIds = [] }) => [
    inventoryNumber,
    serialNumber,
    manufacturer,
    model,
    udiDi,
    location?.site,
    ...externalIds.map(({ id }) => id),
  ],
  exact: ({ serialNumber, inventoryNumber, udiDi, externalIds = [] }) => [
    isRealSerial(serialNumber) ? serialNumber : undefined,
    inventoryNumber,
    udiDi,
    ...externalIds.map(({ id }) => id),
  ],
  unique: ({ inventoryNumber }) =>
    inventoryNumber ? [{ scope: 'medicalDeviceInventory', value: inventoryNumber.toLowerCase() }] : [],
})
