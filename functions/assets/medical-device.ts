import * as z from 'zod/mini'
import { assetFields, line } from './asset-data.ts'
import { defineAssetKind } from './asset-kind.ts'

const frameworks = ['MDR', 'IVDR', 'legacyMDD', 'legacyIVDD', 'inHouse'] as const

const schema = z.strictObject({
  ...assetFields,
  inventoryNumber: z.optional(line(80)),
  manufacturer: z.optional(line(120)),
  model: z.optional(line(120)),
  serialNumber: z.optional(line(80)),
  udiDi: z.optional(line(80)),
  regulatoryFramework: z.optional(z.enum(frameworks)),
})

export type MedicalDeviceData = z.infer<typeof schema>

/** Medical devices, kept by the medical engineering service. */
export const medicalDevice = defineAssetKind<MedicalDeviceData>({
  name: 'medicalDevice',
  plural: 'medical-devices',
  prefix: 'med',
  letter: 'M',
  schema,
  summary: ['inventoryNumber', 'manufacturer', 'model', 'serialNumber', 'regulatoryFramework'],
  keeperRole: 'medTechManager',
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
