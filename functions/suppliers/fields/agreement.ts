import {
  code,
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
import { supplierVocabularies } from '../vocabulary.ts'

/** Codes of a vocabulary that the data protection officer may extend, so that their shape is all a schema can say. */
const openCodes = (name: string, vocabulary: string, many: number): Field => ({
  ...text(name, 60, { many }),
  vocabulary,
})
const countries = (name: string): Field => ({ name, type: 'country', many: 60 })
const clauses = supplierVocabularies.clause

const subProcessor: readonly Field[] = [
  text('name', 160, { required: true }),
  text('orgNumber', 40),
  { name: 'country', type: 'country' },
  countries('countries'),
  text('parentName', 160),
  longText('task', 600),
  openCodes('dataCategories', 'data', 30),
  code('mechanism'),
  date('notifiedAt'),
  date('objectionDeadline'),
  code('status', 'subProcessorStatus'),
  date('decidedAt'),
  text('decidedBy', 64),
  reference('riskAnalysisId'),
  date('endedAt'),
  longText('asPublished', 2000),
]

/** Sub-processors of one agreement, at most; the longest published list that was read holds 65. */
export const subProcessorField = group('subProcessors', subProcessor, { many: 120 })

/** Everything that is asked of an agreement, in the order of its form. */
export const agreementSections: readonly FieldSection[] = [
  {
    id: 'parties',
    fields: [
      text('name', 120, { min: 2, required: true }),
      code('type', 'agreementType'),
      ref('supplierId', 'supplier'),
      text('counterparty', 160),
      refs('controllerOrgUnitIds', 'orgUnit', 20, { required: true }),
      yesNo('weAreProcessor'),
      ref('parentAgreementId', 'agreement'),
      ref('ownerId', 'person'),
      text('diaryNumber', 80),
    ],
  },
  {
    id: 'term',
    fields: [
      date('signedAt'),
      date('validFrom'),
      date('validTo'),
      code('renewal'),
      number('renewalMonths', 1, 120),
      number('noticeMonths', 0, 60),
      date('terminationAt'),
      text('terminationReason', 500),
      code('template'),
      longText('deviations', 4000),
    ],
  },
  {
    id: 'covers',
    fields: [
      refs('activityIds', 'activity', 30),
      refs('applicationIds', 'application', 20),
      refs('medicalDeviceIds', 'medicalDevice', 20),
    ],
  },
  {
    id: 'article28',
    fields: [
      group(
        'art28',
        clauses.map((letter) => yesNo(letter)),
      ),
      group(
        'art28Notes',
        clauses.map((letter) => group(letter, [text('clause', 80), longText('comment', 1000)])),
      ),
      number('breachNoticeHours', 0, 720),
      text('breachContact', 200),
      yesNo('auditRight'),
      number('auditNoticeDays', 0, 365),
      yesNo('mediaDisposalClause'),
    ],
  },
  {
    id: 'instruction',
    fields: [
      group('instruction', [
        longText('purposes', 2000),
        longText('nature', 2000),
        openCodes('dataCategories', 'data', 60),
        openCodes('subjects', 'subject', 40),
        text('duration', 300),
        longText('security', 4000),
        longText('logging', 2000),
        countries('locations'),
        longText('handlingRequirements', 4000),
      ]),
    ],
  },
  {
    id: 'subProcessors',
    fields: [code('subProcessorMode'), number('objectionDays', 0, 365), subProcessorField],
  },
  {
    id: 'secrecy',
    fields: [
      code('secrecyBasis'),
      group('secrecyAssessment', [date('at'), ref('by', 'person'), code('result', 'secrecyResult'), text('ref', 120)]),
      group(
        'secrecyUndertakings',
        [text('who', 200, { required: true }), number('count', 1, 10_000), date('signedAt'), text('reference', 120)],
        { many: 40 },
      ),
    ],
  },
  {
    id: 'upkeep',
    fields: [
      date('lastFollowUpAt'),
      date('nextFollowUpAt'),
      group('dataReturn', [code('choice', 'dataReturn'), date('confirmedAt'), text('ref', 120)]),
      longText('commercialNotes', 4000, { secret: 'OSL 31:16' }),
      longText('notes', 4000),
    ],
  },
]

export const agreementFields = agreementSections.flatMap(({ fields }) => fields)
