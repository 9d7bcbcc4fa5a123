import { because } from '../cause.ts'
import { codes, reference, text } from '../field.ts'
import { gap, isEmpty, lacking } from '../gap.ts'
import type { ActivityData } from '../data.ts'
import type { Question } from '../question.ts'
import { hasClass, regimesAmong } from '../traits.ts'

/** H: protection. */
export const sectionH: readonly Question[] = [
  {
    id: 'H1',
    fields: [codes('securityMeasures', 'measure')],
    source: 'DSF 30.1 g, 32.1',
    processor: true,
    lacks: (data) => lacking(data, 'securityMeasures'),
  },
  { id: 'H2', fields: [text('securityDescription', 4000, { lines: 4 })], source: 'OSL 18:8 p 3–4' },
  {
    id: 'H3',
    fields: [
      reference('classificationId'),
      reference('riskAnalysisIds', { list: 20 }),
      text('assessmentsMissingReason', 1000, {
        lines: 2,
        shown: (data, { codes: own }) => hasClass(data, ['art9'], own) && lacksAssessment(data),
      }),
    ],
    source: 'HSLF40 3:5, S0',
    lacks(data, { codes: own }) {
      const open = hasClass(data, ['art9'], own) && lacksAssessment(data) && isEmpty(data.assessmentsMissingReason)
      return open ? [gap(isEmpty(data.classificationId) ? 'classificationId' : 'riskAnalysisIds')] : []
    },
  },
  {
    id: 'H4',
    fields: [text('logFollowUp', 1000, { lines: 2 })],
    source: 'PDL 4:3, SoLPUL 10 §',
    appears: (data, { codes: own }) =>
      because('B2', 'regime', regimesAmong(data, ['pdl', 'svod', 'solpul', 'lss'], own)),
    lacks: (data) => lacking(data, 'logFollowUp'),
  },
]

function lacksAssessment(data: ActivityData): boolean {
  return isEmpty(data.classificationId) || isEmpty(data.riskAnalysisIds)
}
