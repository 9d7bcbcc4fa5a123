import {
  code,
  date,
  type FieldSection,
  group,
  identifier,
  longText,
  ref,
  reference,
  text,
  yesNo,
} from '../../fields/field.ts'

const country = (name: string) => ({ name, type: 'country' as const })

/** Everything that is asked of a supplier, in the order of its form. */
export const supplierSections: readonly FieldSection[] = [
  {
    id: 'identity',
    fields: [
      text('name', 120, { min: 2, required: true }),
      text('tradeNames', 120, { many: 10 }),
      text('otherNames', 120, { many: 20 }),
      country('country'),
      identifier('orgNumber', 40),
      code('numberScheme'),
      identifier('personalNumber', 13, { secret: 'OSL 21:7' }),
      yesNo('soleTrader', { managed: true }),
      text('parentName', 120),
      country('parentCountry'),
      code('category', 'category'),
      text('address', 300),
      text('website', 300),
    ],
  },
  {
    id: 'care',
    fields: [
      code('criticality', 'criticality'),
      ref('ownerId', 'person'),
      code('nis2Entity', 'triState'),
      text('diaryNumber', 80),
      date('lastFollowUpAt'),
      date('nextFollowUpAt'),
      reference('riskAnalysisId'),
    ],
  },
  {
    id: 'contacts',
    fields: [
      text('dpContact', 200),
      group(
        'contacts',
        [code('role', 'contactRole'), text('name', 120), text('email', 200), text('phone', 40), date('verifiedAt')],
        { many: 20 },
      ),
    ],
  },
  {
    id: 'assurance',
    fields: [
      group('certifications', [text('name', 120, { required: true }), text('reference', 120), date('validTo')], {
        many: 20,
      }),
      text('subProcessorListUrl', 300),
      date('subProcessorListCheckedAt'),
    ],
  },
  {
    id: 'changes',
    fields: [
      group(
        'changeEvents',
        [
          date('at'),
          code('kind', 'changeKind', { required: true }),
          longText('text', 1000),
          reference('riskAnalysisId'),
        ],
        { many: 60 },
      ),
    ],
  },
  { id: 'notes', fields: [longText('notes', 4000)] },
]

export const supplierFields = supplierSections.flatMap(({ fields }) => fields)
