import { defineAssetKind } from './asset-kind.ts'
import { checkEquipment } from './check.ts'
import type { EquipmentData } from './data.ts'
import { equipmentSections } from './fields/equipment.ts'
import { lacksApproval, lacksDisposal, lacksPlace } from './guards/any-asset.ts'
import { bareSerial, isRealSerial } from './identifier/serial.ts'
import { assetVocabularies } from './vocabulary.ts'

/** Computers, phones, printers, servers and the like, kept by regional IT. */
export const equipment = defineAssetKind<EquipmentData>({
  name: 'equipment',
  plural: 'equipment',
  prefix: 'equ',
  letter: 'U',
  keeper: 'regionalIt',
  keeperRole: 'itAssetManager',
  sections: equipmentSections,
  typeField: 'equipmentType',
  types: assetVocabularies['equipmentType'] ?? [],
  requires: {
    acquire: () => [],
    introduce: lacksPlace,
    putInOperation: (data) => [...lacksPlace(data), ...lacksApproval(data)],
    phaseOut: () => [],
    dispose: lacksDisposal,
  },
  check: checkEquipment,
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
  unique: ({ manufacturer, serialNumber }) =>
    manufacturer && isRealSerial(serialNumber)
      ? [{ scope: 'equipmentSerial', value: `${bareSerial(manufacturer)}/${bareSerial(serialNumber)}` }]
      : [],
})
