import {
  code,
  date,
  type Field,
  group,
  identifier,
  longText,
  number,
  ref,
  reference,
  refs,
  text,
  yesNo,
} from '../../fields/field.ts'

const level = (name: string): Field => number(name, 0, 4)

/** What it is. */
export const nameFields: readonly Field[] = [
  text('name', 120, { min: 2, required: true, list: true }),
  longText('description'),
  text('tags', 60, { many: 20 }),
]

/** Who uses it and who answers for it. */
export const useFields: readonly Field[] = [
  refs('usingOrgUnitIds', 'orgUnit', 20, { list: true }),
  ref('responsiblePersonId', 'person', { list: true }),
  ref('ownerOrgUnitId', 'orgUnit'),
  group(
    'contacts',
    [
      code('role', 'contactRole', { required: true }),
      ref('personId', 'person'),
      ref('orgUnitId', 'orgUnit'),
      date('from'),
      date('to'),
    ],
    { many: 10 },
  ),
  group(
    'supplierIds',
    [ref('supplierId', 'supplier', { required: true }), code('role', 'supplierRole'), yesNo('processesPersonalData')],
    { many: 10 },
  ),
  code('personalData', 'triState', { list: true }),
]

/** Where it stands. */
export const locationField: Field = group('location', [
  text('site', 120),
  text('building', 120),
  text('floor', 40),
  text('room', 60),
  identifier('gln', 13),
])

/** Whether and how it is connected; what the network knows of it is secret (OSL 18:8). */
export const networkFields: readonly Field[] = [
  yesNo('connectedToNetwork', { list: true }),
  group('connectionApproval', [ref('by', 'person'), date('at'), text('ref', 200)]),
  group(
    'network',
    [
      text('segment', 80),
      code('zone', 'networkZone'),
      identifier('hostname', 253),
      identifier('macAddress', 23),
      identifier('ipAddress', 45),
      text('vlan', 40),
      code('medium', 'networkMedium'),
      text('switchPort', 80),
      date('firstSeen'),
      date('lastSeen'),
      text('source', 60),
    ],
    { many: 8, secret: 'OSL 18:8' },
  ),
]

/** What has been assessed: references until assessments are records of their own. */
export const assessmentFields: readonly Field[] = [
  reference('classificationId', [
    level('confidentiality'),
    level('integrity'),
    level('availability'),
    level('traceability'),
  ]),
  reference(
    'riskAnalysisIds',
    [code('type', 'riskAnalysisType'), date('approvedAt'), date('validUntil'), yesNo('coSigned')],
    { many: 10 },
  ),
  text('diaryNumber', 60),
  group('incidentRefs', [text('system', 80), text('ref', 120), date('date')], { many: 20 }),
]

/** From order to the end. */
export const lifecycleFields: readonly Field[] = [
  date('orderedAt'),
  date('deliveredAt'),
  date('acquiredAt'),
  date('inServiceAt'),
  date('warrantyEndsAt'),
  date('plannedEndAt'),
  date('decommissionedAt'),
  date('lastVerifiedAt', { list: true }),
  date('reviewDueAt'),
  code('hold'),
  group('order', [
    text('orderNumber', 80),
    text('invoiceNumber', 80),
    number('cost', 0, 1_000_000_000, { decimals: true }),
    text('currency', 3),
    text('costCentre', 40),
    date('leaseEndsAt'),
  ]),
]

/** The end of its media, with proof (sanitisation record). */
export const disposalField: Field = group('disposal', [
  code('method', 'disposalMethod'),
  date('at'),
  ref('by', 'person'),
  text('certificateRef', 200),
  ref('supplierId', 'supplier'),
  text('recipient', 200),
  text('mediaDescription', 200),
  text('technique', 120),
  text('standard', 120),
  text('tool', 120),
  code('verification', 'disposalVerification'),
  code('destination', 'disposalDestination'),
])

/** What became of the data that suppliers held (DSF 28.3 g). */
export const dataReturnField: Field = group('dataReturn', [
  code('choice', 'dataReturn'),
  date('confirmedAt'),
  text('ref', 120),
])

/** Notes that fit nowhere else. */
export const noteFields: readonly Field[] = [longText('notes', 4000)]

/** What only the product and transitions write; marks of secrecy with provision, date and authority (OSL 5:5). */
export const managedFields: readonly Field[] = [
  code('keeper', 'keeper', { managed: true }),
  group(
    'externalIds',
    [text('source', 60, { required: true }), text('id', 120, { required: true }), date('lastSeen')],
    { many: 10, managed: true },
  ),
  group('unseen', [text('source', 60), number('loads', 0, 100_000), date('since')], { managed: true }),
  group(
    'changes',
    [
      date('at', { required: true }),
      longText('description', 1000),
      yesNo('tested'),
      ref('approvedBy', 'person'),
      yesNo('major'),
      yesNo('protectionBypass'),
      text('riskAnalysisRef', 100),
    ],
    { many: 100, managed: true },
  ),
  text('stateBefore', 40, { managed: true }),
  group(
    'secrecyMarks',
    [
      text('fieldPath', 120, { required: true }),
      text('provision', 40, { required: true }),
      date('markedAt'),
      text('markedByAuthority', 120),
    ],
    { many: 20, managed: true },
  ),
]
