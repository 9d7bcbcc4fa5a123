import { because } from '../cause.ts'
import { bool, code, codes, material, object, support, text, value } from '../field.ts'
import { gap, isEmpty, lacking } from '../gap.ts'
import type { ActivityData, RetentionRule } from '../data.ts'
import type { Question } from '../question.ts'
import { categoriesWithoutRetention } from '../traits.ts'

const rule = [
  codes('categories', 'data', { all: true }),
  bool('min'),
  value('period', 'duration'),
  text('criterion', 500),
  code('trigger', 'retentionTrigger'),
  code('action', 'retentionAction'),
  text('exception', 500),
  support('support'),
]

/** G: retention. */
export const sectionG: readonly Question[] = [
  {
    id: 'G1',
    fields: [material(object('retentionRules', rule, { list: 40 }))],
    source: 'DSF 5.1 e, 30.1 f',
    unclear: ['/retentionRules'],
    lacks(data) {
      if (isEmpty(data.retentionRules)) return [gap('retentionRules')]
      const open = (data.retentionRules ?? []).findIndex((entry) => !saysHowLong(entry))
      if (open >= 0) return [{ pointer: `/retentionRules/${open}/period`, text: 'G1-period' }]
      const count = categoriesWithoutRetention(data).length
      return count > 0 ? [gap('retentionRules', 'G1-categories', { count })] : []
    },
  },
  {
    id: 'G2',
    fields: [text('archivalDecisionRef', 300)],
    source: 'arkivlagen 10 §',
    unclear: ['/archivalDecisionRef'],
    appears: (data) => destroysWithoutStatute(data) && because('G1', 'retentionAction', ['destroy']),
    lacks: (data) => lacking(data, 'archivalDecisionRef'),
  },
  { id: 'G3', fields: [text('diaryNumber', 100)], source: 'OSL 5:1–2' },
]

/** Data are destroyed although no statute says so, which takes a decision under the archives act. */
export function destroysWithoutStatute(data: ActivityData): boolean {
  return (data.retentionRules ?? []).some((entry) => entry.action === 'destroy' && isEmpty(entry.support))
}

/** A period, a criterion ("enligt dokumenthanteringsplan") or preservation is an answer (domain 10.2). */
function saysHowLong(entry: RetentionRule): boolean {
  return !isEmpty(entry.period) || !isEmpty(entry.criterion) || !isEmpty(entry.action)
}
