import {
  code,
  codes,
  date,
  type Field,
  type FieldSection,
  group,
  identifier,
  longText,
  number,
  ref,
  refs,
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
import { custodyField, makeFields, softwareFields } from './equipment.ts'

const level = (name: string): Field => number(name, 0, 4)

const regulation: readonly Field[] = [
  code('regulatoryFramework', 'regulatoryFramework', { list: true }),
  code('riskClass', 'riskClass', { list: true }),
  identifier('udiDi', 120),
  code('udiIssuer'),
  identifier('udiPi', 120),
  identifier('basicUdiDi', 40),
  text('eudamedUrl', 300),
  text('emdnCode', 20),
  text('gmdnCode', 20),
  group('nomenclature', [code('system', 'nomenclatureSystem'), text('code', 40), text('text', 200)]),
  yesNo('ceMarked'),
  text('notifiedBody', 4),
  text('declarationRef', 200),
  longText('intendedUse', 1000),
  yesNo('patientConnected'),
  yesNo('lifeSupporting'),
  yesNo('researchUse'),
  text('trialAgreementRef', 120),
  number('localCriticality', 1, 4),
]

const patientData: readonly Field[] = [
  yesNo('storesPatientData'),
  yesNo('transmitsPatientData'),
  refs('informationSystemIds', 'application', 10),
  ref('itInventoryRef', 'equipment'),
  codes('deviceInterfaces', 'deviceInterface'),
  code('remoteService'),
  text('mds2Ref', 200),
  group('mds2', [
    date('receivedAt'),
    text('version', 40),
    yesNo('storesPatientData'),
    yesNo('remoteAccess'),
    yesNo('antimalwareAllowed'),
    text('patchPolicy', 300),
    text('sbomRef', 200),
  ]),
  group('networkRisk', [
    yesNo('iec80001Done'),
    date('date'),
    ref('responsiblePersonId', 'person'),
    level('safety'),
    level('effectiveness'),
    level('security'),
    ref('acceptedBy', 'person'),
    date('nextAt'),
  ]),
]

const maintenance: readonly Field[] = [
  number('maintenanceIntervalMonths', 1, 240),
  code('maintenanceType'),
  date('lastMaintenanceAt'),
  code('maintenanceResult'),
  text('maintenanceProtocolRef', 200),
  date('nextMaintenanceAt', { list: true }),
  text('serviceAgreementRef', 120),
  group('fsca', [text('reference', 120), date('receivedAt'), text('action', 500), date('doneAt')], { many: 20 }),
]

/** The form of a medical device (domain model section 3; field study C1, C3). */
export const medicalDeviceSections: readonly FieldSection[] = [
  {
    id: 'identity',
    fields: [...nameFields, identifier('inventoryNumber', 80, { list: true }), ...makeFields],
  },
  { id: 'regulation', fields: regulation },
  { id: 'use', fields: [...useFields, locationField, custodyField] },
  { id: 'patientData', fields: patientData },
  { id: 'network', fields: networkFields },
  {
    id: 'protection',
    fields: [yesNo('isSoftware'), text('softwareVersion', 80), date('softwareChangedAt'), ...softwareFields],
  },
  { id: 'maintenance', fields: maintenance },
  { id: 'assessment', fields: assessmentFields },
  {
    id: 'lifecycle',
    fields: [...lifecycleFields, code('ownership'), date('supportEndsAt', { list: true }), disposalField],
  },
  { id: 'notes', fields: noteFields },
  {
    id: 'managed',
    fields: [
      ...managedFields,
      group(
        'udiParts',
        [text('lot', 40), text('serial', 40), date('productionDate'), date('expiryDate'), text('version', 40)],
        {
          managed: true,
        },
      ),
    ],
  },
]
