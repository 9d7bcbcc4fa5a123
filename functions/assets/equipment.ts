import { defineAssetKind } from './asset-kind.ts'
import type { EquipmentData } from './data.ts'
import { equipmentSections } from './fields/equipment.ts'
import { assetVocabularies } from './vocabulary.ts'

/** Computers, phones, printers, servers and the like, kept by regional IT. */
export const equipment = defineAssetKind<EquipmentData>({
  name: 'equipment',
  plural: 'equipment',
  prefix: 'equ',
  letter: 'U',
  sections: equipmentSections,
  summary: ['equipmentType', 'manufacturer', 'model', 'serialNumber'],
  keeperRole: 'itAssetManager',
  facets: ({ equipmentType }) => ({ type: equipmentType ? [equipmentType] : [] }),
  filters: { type: { type: 'facet', values: assetVocabularies['equipmentType'] } },
  texts: ({ manufacturer, model, serialNumber }) => [manufacturer, model, serialNumber],
  exact: ({ serialNumber }) => [serialNumber],
  unique: ({ manufacturer, serialNumber }) =>
    manufacturer && serialNumber
      ? [{ scope: 'equipmentSerial', value: `${manufacturer}/${serialNumber}`.toLowerCase() }]
      : [],
})
