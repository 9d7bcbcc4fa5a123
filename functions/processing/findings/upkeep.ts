import { addDays, addMonths, daysBetween } from '../calendar.ts'
import { isEmpty } from '../gap.ts'
import { isProcessorRecord } from '../traits.ts'
import { isGoingOn, when, type Rule } from './rule.ts'

const inReview = ['submitted', 'coordinatorReview', 'dpoReview']
const longOverdueDays = 180
const graceDays = 30

/** Records that are late, or that nobody looks after. */
export const upkeepRules: readonly Rule[] = [
  {
    id: 'PA-28',
    source: 'S0, DSF 5.2',
    dated: true,
    test({ data, inForce }, { today }) {
      if (!inForce) return []
      const due = data.nextReviewDate ?? (data.registeredAt && addMonths(data.registeredAt, 12))
      const late = (day: string | undefined, pointer: string) =>
        day !== undefined && day < today
          ? when(true, daysBetween(day, today) > longOverdueDays ? 'H' : 'M', pointer, { params: { date: day } })
          : []
      return [...late(due, '/nextReviewDate'), ...late(data.plannedEndDate, '/plannedEndDate')]
    },
  },
  {
    id: 'PA-29',
    source: 'S0',
    test({ data }, { personActive }) {
      const vacant = (person: string | undefined) => isEmpty(person) || personActive?.(person ?? '') === false
      return [
        ...when(vacant(data.contactPersonId), 'M', '/contactPersonId'),
        ...when(
          vacant(data.responsibleManagerId) && !(isProcessorRecord(data) && isEmpty(data.responsibleManagerId)),
          'M',
          '/responsibleManagerId',
        ),
      ]
    },
  },
  {
    id: 'PA-30',
    source: 'DSF 5.2',
    dated: true,
    states: inReview,
    test: ({ updatedAt }, { today }) =>
      when(updatedAt !== undefined && daysBetween(updatedAt, today) > graceDays, 'M', '', {
        params: { days: updatedAt ? daysBetween(updatedAt, today) : 0 },
      }),
  },
  {
    id: 'PA-31',
    source: 'DSF 30.1, S0',
    dated: true,
    states: ['draft', 'returned', ...inReview],
    test: (record, { today }) =>
      when(
        !record.inForce && isGoingOn(record, today) && addDays(record.data.startDate ?? today, graceDays) < today,
        'H',
        '/startDate',
      ),
  },
]
