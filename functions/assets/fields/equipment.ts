import {
  code,
  codes,
  date,
  type Field,
  type FieldSection,
  group,
  identifier,
  ref,
  text,
  yesNo,
} from '../../fields/field.ts'
import {
  assessmentFields,
  disposalField,
  lifecycleFields,
  locationField,
  managedFields,
  nameFields,
  networkFields,
  noteFields,
  useFields,
} from './any-asset.ts'

/** Who has it in their hands, over time. */
export const custodyField: Field = group(
  'custody',
  [
    ref('holderPersonId', 'person'),
    ref('holderOrgUnitId', 'orgUnit'),
    text('place', 120),
    date('from'),
    date('expectedReturn'),
    date('to'),
    ref('by', 'person'),
  ],
  { many: 20 },
)

/** Maker, model and serial: of equipment and medical devices alike. */
export const makeFields: readonly Field[] = [
  text('manufacturer', 120, { list: true }),
  text('model', 120, { list: true }),
  text('modelNumber', 80),
  identifier('serialNumber', 80, { list: true }),
]

/** Storage and what runs on it: of equipment and medical devices alike. */
export const softwareFields: readonly Field[] = [
  yesNo('hasStorageMedia'),
  codes('storageMedia'),
  text('operatingSystem', 120),
  text('osVersion', 80),
  date('osSupportEnd', { list: true }),
  yesNo('patchManaged'),
  yesNo('malwareProtection'),
  yesNo('diskEncryption'),
  text('protectionException', 500),
]

/** The form of equipment (domain model section 3; field study C1, C2). */
export const equipmentSections: readonly FieldSection[] = [
  {
    id: 'identity',
    fields: [
      ...nameFields,
      code('equipmentType', 'equipmentType', { list: true }),
      ...makeFields,
      identifier('hardwareUuid', 40),
      identifier('imei', 15, { many: 2 }),
      code('ownership'),
    ],
  },
  { id: 'use', fields: [...useFields, locationField, custodyField] },
  { id: 'network', fields: networkFields },
  { id: 'protection', fields: [...softwareFields, yesNo('mdmManaged')] },
  { id: 'assessment', fields: assessmentFields },
  { id: 'lifecycle', fields: [...lifecycleFields, date('supportEndsAt', { list: true }), disposalField] },
  { id: 'notes', fields: noteFields },
  { id: 'managed', fields: managedFields },
]
