import * as z from 'zod/mini'
import { assetFields, line } from './asset-data.ts'
import { defineAssetKind } from './asset-kind.ts'

const types = [
  'pc',
  'laptop',
  'mobile',
  'tablet',
  'printer',
  'server',
  'network',
  'storage',
  'removableMedia',
  'other',
] as const

const schema = z.strictObject({
  ...assetFields,
  equipmentType: z.optional(z.enum(types)),
  manufacturer: z.optional(line(120)),
  model: z.optional(line(120)),
  serialNumber: z.optional(line(80)),
})

export type EquipmentData = z.infer<typeof schema>

/** Computers, phones, printers, servers and the like, kept by regional IT. */
export const equipment = defineAssetKind<EquipmentData>({
  name: 'equipment',
  plural: 'equipment',
  prefix: 'equ',
  letter: 'U',
  schema,
  summary: ['equipmentType', 'manufacturer', 'model', 'serialNumber'],
  keeperRole: 'itAssetManager',
  facets: ({ equipmentType }) => ({ type: equipmentType ? [equipmentType] : [] }),
  filters: { type: { type: 'facet', values: types } },
  texts: ({ manufacturer, model, serialNumber }) => [manufacturer, model, serialNumber],
  exact: ({ serialNumber }) => [serialNumber],
  unique: ({ manufacturer, serialNumber }) =>
    manufacturer && serialNumber
      ? [{ scope: 'equipmentSerial', value: `${manufacturer}/${serialNumber}`.toLowerCase() }]
      : [],
})
