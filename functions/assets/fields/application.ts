import {
  code,
  codes,
  date,
  type Field,
  type FieldSection,
  group,
  longText,
  number,
  ref,
  reference,
  refs,
  text,
  yesNo,
} from '../../fields/field.ts'
import {
  assessmentFields,
  dataReturnField,
  disposalField,
  lifecycleFields,
  locationField,
  managedFields,
  nameFields,
  networkFields,
  noteFields,
  useFields,
} from './any-asset.ts'

const duration = (name: string): Field => ({ name, type: 'duration' })

const operation: readonly Field[] = [
  code('hosting', 'hosting', { list: true }),
  { name: 'hostingCountries', type: 'country', many: 20 },
  text('hostingProvider', 120),
  text('hostingRegion', 80),
  refs('runsOnIds', 'equipment', 10),
  group(
    'interfaces',
    [
      ref('applicationId', 'application'),
      text('with', 120),
      text('information', 300),
      text('protocol', 60),
      code('direction', 'interfaceDirection'),
    ],
    { many: 10 },
  ),
  text('slaRef', 200),
  number('availabilityLevel', 0, 4),
  number('recoveryTimeHours', 0, 10_000),
  number('recoveryPointHours', 0, 10_000),
  number('tolerableOutageHours', 0, 10_000),
  text('continuityPlanRef', 200),
  text('fallbackRoutineRef', 200),
  code('exitPlan'),
]

const logging: readonly Field[] = [
  code('logFunction', 'logFunction', { list: true }),
  codes('logContent'),
  duration('logRetention'),
  longText('logExtractRoutine', 1000),
  duration('logReviewInterval'),
  date('lastLogReviewAt'),
]

const access: readonly Field[] = [
  codes('authenticationMethods', 'authenticationMethod'),
  yesNo('openNetwork'),
  yesNo('encryptionInTransit'),
  yesNo('encryptionAtRest'),
  code('blockingSupport', 'support'),
  code('protectedIdentitySupport', 'support'),
  code('populationRegisterCheck', 'support'),
  code('erasureSupport', 'support'),
  code('extractSupport', 'support'),
  date('lastAccessReviewAt'),
  date('lastSupplierAccessReviewAt'),
  group('testData', [yesNo('usesProductionData'), yesNo('reviewed'), yesNo('deidentified'), yesNo('testPersons')]),
]

const continuity: readonly Field[] = [
  group('backup', [
    text('scope', 300),
    text('interval', 80),
    text('generations', 80),
    text('storage', 200),
    yesNo('separateSite'),
    yesNo('readEquipmentSeparate'),
    text('readabilityCheck', 200),
    duration('restoreTestInterval'),
    date('lastRestoreTestAt'),
    date('sourceAndConfigAt'),
    duration('retention'),
    yesNo('immutable'),
    yesNo('encrypted'),
    ref('responsiblePersonId', 'person'),
  ]),
  group('operationsDoc', [
    text('ref', 200),
    date('updatedAt'),
    yesNo('coversBackup'),
    yesNo('coversRestart'),
    yesNo('coversLogs'),
    yesNo('coversInstall'),
    yesNo('copySeparate'),
  ]),
]

/** The form of an application or service (domain model section 3; field study C1, C4). */
export const applicationSections: readonly FieldSection[] = [
  {
    id: 'identity',
    fields: [
      ...nameFields,
      text('aliases', 120, { many: 10 }),
      code('applicationType', 'applicationType', { list: true }),
      text('product', 120),
      text('publisher', 120),
      text('softwareVersion', 80),
      code('environment'),
      text('cpuaName', 200),
    ],
  },
  {
    id: 'use',
    fields: [
      ref('systemOwnerId', 'person', { list: true }),
      refs('systemAdministratorIds', 'person', 10),
      ...useFields,
      number('usersCount', 0, 10_000_000),
      text('userCategories', 120, { many: 20 }),
      codes('subjectRegimes', 'regime'),
      code('pubNeeded', 'triState'),
      reference('pubAgreementId'),
    ],
  },
  { id: 'operation', fields: [...operation, locationField] },
  { id: 'logging', fields: logging },
  { id: 'access', fields: access },
  { id: 'continuity', fields: continuity },
  { id: 'network', fields: networkFields },
  { id: 'assessment', fields: [...assessmentFields, reference('dpiaId')] },
  {
    id: 'lifecycle',
    fields: [
      ...lifecycleFields,
      date('supportEndsAt', { list: true }),
      date('lastMajorChangeAt'),
      group('licence', [
        text('metric', 80),
        number('quantity', 0, 10_000_000),
        date('expiresAt'),
        number('noticeMonths', 0, 60),
      ]),
      longText('exitDataPlan', 1000),
      dataReturnField,
      text('retentionRef', 200),
      disposalField,
    ],
  },
  { id: 'notes', fields: noteFields },
  { id: 'managed', fields: managedFields },
]
