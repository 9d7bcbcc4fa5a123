import { because } from '../cause.ts'
import { bool, object, ref, value } from '../field.ts'
import { gap } from '../gap.ts'
import type { Question } from '../question.ts'
import { categoriesOfClass, needsAttestation } from '../traits.ts'

/** K: certify and send. K2 is not asked of the notifier: the manager attests by a transition. */
export const sectionK: readonly Question[] = [
  {
    id: 'K1',
    fields: [bool('initiatorStatement')],
    source: 'S0',
    processor: true,
    lacks: (data) => (data.initiatorStatement === true ? [] : [gap('initiatorStatement')]),
  },
  {
    id: 'K2',
    fields: [
      object('managerAttestation', [
        ref('personId', 'person', { required: true }),
        value('at', 'time', { required: true }),
      ]),
    ],
    source: 'DSF 5.2, 24',
    appears: (data, { codes }) =>
      needsAttestation(data, codes) &&
      (because('D1', 'data', categoriesOfClass(data, ['art9', 'art10'], codes)) ||
        because('J2', 'dpia35_3', data.dpiaMandatoryCases ?? []) ||
        because('J1', 'dpia', data.dpiaCriteria ?? [])),
  },
]
