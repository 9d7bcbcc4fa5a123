import { addMonths } from '../calendar.ts'
import type { ActivityData } from '../data.ts'
import { isEmpty } from '../gap.ts'
import { needsDpia } from '../traits.ts'
import { isGoingOn, when, type Rule } from './rule.ts'

const validMonths = 36

/** The impact assessment, by the reference that stands for it (domain 10.16). */
export const dpiaRules: readonly Rule[] = [
  {
    id: 'DP-01',
    source: 'DSF 35.1, 35.3–4',
    controllers: true,
    test: (record, { today }) =>
      when(needsDpia(record.data) && !isDone(record.data), isGoingOn(record, today) ? 'K' : 'H', '/dpiaId'),
  },
  {
    id: 'DP-02',
    source: 'DSF 35.1, 5.2',
    controllers: true,
    test: ({ data }) =>
      when(
        !needsDpia(data) &&
          data.dpiaCriteria?.length === 1 &&
          isEmpty(data.dpiaNotNeededReason) &&
          isEmpty(data.dpiaId),
        'M',
        '/dpiaNotNeededReason',
      ),
  },
  {
    id: 'DP-03',
    source: 'DSF 35.11',
    controllers: true,
    dated: true,
    test({ data, materialSince }, { today }) {
      const date = data.dpiaId?.date
      if (!isDone(data) || !date) return []
      return when(
        addMonths(date, validMonths) < today || (materialSince !== undefined && date < materialSince),
        'M',
        '/dpiaId',
      )
    },
  },
  {
    id: 'DP-04',
    source: 'DSF 35.2, 39.1 c',
    controllers: true,
    test: ({ data }) => when(isDone(data) && isEmpty(data.dpiaId?.dpoAdviceAt), 'H', '/dpiaId/dpoAdviceAt'),
  },
  {
    id: 'DP-05',
    source: 'DSF 36.1',
    controllers: true,
    test: ({ data }) =>
      when(
        data.dpiaId?.residualRisk === 'high' && isEmpty(data.dpiaId.priorConsultationRef),
        'K',
        '/dpiaId/priorConsultationRef',
      ),
  },
]

/** A reference with a result stands for an approved assessment; without one it has only begun. */
function isDone(data: ActivityData): boolean {
  return !isEmpty(data.dpiaId?.result)
}
