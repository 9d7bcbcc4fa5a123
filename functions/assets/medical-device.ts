import { defineAssetKind } from './asset-kind.ts'
import { checkDevice } from './check.ts'
import type { MedicalDeviceData } from './data.ts'
import { deriveDevice } from './derive.ts'
import { medicalDeviceSpec } from './medical-device-outline.ts'
import { lacksApproval, lacksDeviceRisk, lacksDisposal, lacksMaintenance, lacksPlace } from './guards/any-asset.ts'

/** Medical devices, connected or not, kept by the medical engineering service. */
export const medicalDevice = defineAssetKind<MedicalDeviceData>(medicalDeviceSpec, {
  letter: 'M',
  keeper: 'medTech',
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
    decommission: () => [],
    dispose: lacksDisposal,
  },
  check: checkDevice,
  derive: deriveDevice,
  unique: ({ inventoryNumber }) =>
    inventoryNumber ? [{ scope: 'medicalDeviceInventory', value: inventoryNumber.toLowerCase() }] : [],
})
