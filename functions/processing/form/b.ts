import { because } from '../cause.ts'
import { bool, code, codes, material, object, support, text } from '../field.ts'
import type { ActivityData, Purpose } from '../data.ts'
import { gap, isEmpty, lacking } from '../gap.ts'
import type { Gap, Question } from '../question.ts'
import { hasBasis, hasClass } from '../traits.ts'

const needsNationalLaw = ['c', 'e']

/** B: purpose and legal basis. B3 and B4 are answered within each purpose (domain 10.1). */
export const sectionB: readonly Question[] = [
  {
    id: 'B1',
    fields: [
      material(
        object('purposes', [text('text', 600, { min: 20, lines: 3 }), code('purposeCode', 'purposeCode')], {
          list: 20,
        }),
      ),
    ],
    source: 'DSF 5.1 b, 30.1 b',
    lacks(data) {
      if (isEmpty(data.purposes)) return [gap('purposes')]
      const short = (purpose: { text?: string }) => (purpose.text ?? '').trim().length < 20
      return data.purposes!.flatMap((purpose, at) =>
        short(purpose) ? [{ pointer: `/purposes/${at}/text`, text: 'B1-text' }] : [],
      )
    },
  },
  {
    id: 'B2',
    fields: [material(codes('legalRegimes', 'regime'))],
    source: 'PDL 1:4, SoLPUL 1 §',
    lacks: (data) => lacking(data, 'legalRegimes'),
  },
  {
    id: 'B3',
    fields: [
      material(
        object(
          'purposes',
          [
            object('legalBases', [code('basis', 'legalBasis', { required: true }), code('variant', 'basisVariant')], {
              list: 6,
            }),
          ],
          { list: 20 },
        ),
      ),
    ],
    source: 'DSF 6.1',
    unclear: ['/purposes/legalBases'],
    lacks: (data) =>
      purposesOf(data).flatMap((purpose, at) =>
        isEmpty(purpose.legalBases) ? [{ pointer: `/purposes/${at}/legalBases` }] : [],
      ),
  },
  {
    id: 'B4',
    fields: [material(object('purposes', [object('legalBases', [support('support')], { list: 6 })], { list: 20 }))],
    source: 'DSF 6.3, DSL 2:1–2',
    unclear: ['/purposes/legalBases/support'],
    appears: (data) =>
      because(
        'B3',
        'legalBasis',
        needsNationalLaw.filter((basis) => hasBasis(data, [basis])),
      ),
    lacks: (data) =>
      (data.purposes ?? []).flatMap((purpose, at) =>
        (purpose.legalBases ?? []).flatMap((basis, position): Gap[] =>
          needsNationalLaw.includes(basis.basis) && isEmpty(basis.support)
            ? [{ pointer: `/purposes/${at}/legalBases/${position}/support` }]
            : [],
        ),
      ),
  },
  {
    id: 'B5',
    fields: [text('consentRoutine', 2000, { lines: 3 })],
    source: 'DSF 7',
    unclear: ['/consentRoutine'],
    appears(data) {
      if (hasBasis(data, ['a'])) return because('B3', 'legalBasis', ['a'])
      return data.welfareTech === true && because('E8', 'yesNo', ['yes'])
    },
    lacks: (data) => lacking(data, 'consentRoutine'),
  },
  {
    id: 'B6',
    fields: [material(codes('dataSources', 'source'))],
    source: 'DSF 14.2 f, 15.1 g',
    lacks: (data) => lacking(data, 'dataSources'),
  },
  {
    id: 'B7',
    fields: [
      material(bool('isResearch')),
      text('ethicsApprovalRef', 200, { shown: (data) => data.isResearch === true }),
      text('kvbCaseRef', 200, { shown: (data) => data.isResearch === true }),
    ],
    source: 'lag 2003:460',
    lacks: (data, { codes: own }) =>
      data.isResearch && hasClass(data, ['art9', 'art10'], own)
        ? lacking(data, 'ethicsApprovalRef', 'B7-ethicsApprovalRef')
        : [],
  },
]

function purposesOf(data: ActivityData): Purpose[] {
  return data.purposes?.length ? data.purposes : [{}]
}
