import { defineAssetKind } from './asset-kind.ts'
import { checkEquipment } from './check.ts'
import type { EquipmentData } from './data.ts'
import { equipmentSpec } from './equipment-outline.ts'
import { lacksApproval, lacksDisposal, lacksPlace } from './guards/any-asset.ts'
import { bareSerial, isRealSerial } from './identifier/serial.ts'

/** Computers, phones, printers, servers and the like, kept by regional IT. */
export const equipment = defineAssetKind<EquipmentData>(equipmentSpec, {
  letter: 'U',
  keeper: 'regionalIt',
  requires: {
    acquire: () => [],
    introduce: lacksPlace,
    putInOperation: (data) => [...lacksPlace(data), ...lacksApproval(data)],
    phaseOut: () => [],
    decommission: () => [],
    dispose: lacksDisposal,
  },
  check: checkEquipment,
  unique: ({ manufacturer, serialNumber }) =>
    manufacturer && isRealSerial(serialNumber)
      ? [{ scope: 'equipmentSerial', value: `${bareSerial(manufacturer)}/${bareSerial(serialNumber)}` }]
      : [],
})
