import { because } from '../cause.ts'
import { untickedCriteria } from '../dpia.ts'
import { code, codes, date, object, reference, text } from '../field.ts'
import { gap, isEmpty } from '../gap.ts'
import type { Question } from '../question.ts'
import { isUnclear } from '../unclear.ts'

/** Beside the reference, what DP-04 and DP-05 ask of an impact assessment that is done. */
const dpia = object('dpiaId', [
  ...(reference('dpiaId').fields ?? []),
  date('dpoAdviceAt'),
  code('residualRisk', 'riskLevel'),
  text('priorConsultationRef', 200),
])

/** J: impact assessment. An empty list says "none of these" and is an answer. */
export const sectionJ: readonly Question[] = [
  {
    id: 'J1',
    fields: [
      codes('dpiaCriteria', 'dpia', { none: true }),
      text('dpiaCriteriaNote', 1000, {
        lines: 2,
        shown: (data, context) => untickedCriteria(data, context).length > 0 || !isEmpty(data.dpiaCriteriaNote),
      }),
    ],
    source: 'DSF 35.1, 35.4',
    lacks: (data) => (data.dpiaCriteria ? [] : [gap('dpiaCriteria')]),
  },
  {
    id: 'J2',
    fields: [codes('dpiaMandatoryCases', 'dpia35_3', { none: true })],
    source: 'DSF 35.3',
    lacks: (data) => (data.dpiaMandatoryCases ? [] : [gap('dpiaMandatoryCases')]),
  },
  {
    id: 'J3',
    fields: [dpia, text('dpiaNotNeededReason', 2000, { lines: 3 })],
    source: 'DSF 35',
    unclear: ['/dpiaId', '/dpiaNotNeededReason'],
    appears: (data) =>
      because('J2', 'dpia35_3', data.dpiaMandatoryCases ?? []) || because('J1', 'dpia', data.dpiaCriteria ?? []),
    lacks: (data) =>
      !isEmpty(data.dpiaId) || !isEmpty(data.dpiaNotNeededReason) || isUnclear(data, '/dpiaNotNeededReason')
        ? []
        : [gap('dpiaId')],
  },
]
