import type { RetentionRule } from '../data.ts'
import { durationInMonths } from '../duration.ts'
import { destroysWithoutStatute } from '../form/g.ts'
import { isEmpty } from '../gap.ts'
import { categoriesWithoutRetention, hasRegime, purposeCodes } from '../traits.ts'
import { when, type Rule } from './rule.ts'

const patientRecordMonths = 120
/** Five years and what is left of the sixth: the year's end decides. */
const caseFileMonths = 72

/** How long data are kept, and on what ground they go. */
export const retentionRules: readonly Rule[] = [
  {
    id: 'PA-17',
    source: 'DSF 5.1 e, 30.1 f',
    controllers: true,
    test({ data }) {
      const count = categoriesWithoutRetention(data).length
      return when(count > 0, 'H', '/retentionRules', { params: { count } })
    },
  },
  {
    id: 'PA-18',
    source: 'PDL 3:17',
    controllers: true,
    test: ({ data }, { codes }) =>
      !purposeCodes(data, codes).includes('PDL24_1')
        ? []
        : (data.retentionRules ?? []).flatMap((rule, at) =>
            when(rule.action === 'destroy' && months(rule) < patientRecordMonths, 'K', `/retentionRules/${at}/period`),
          ),
  },
  {
    id: 'PA-19',
    source: 'SoL 2025:400, LSS 21 c–d §§',
    controllers: true,
    test: ({ data }, { codes }) =>
      !hasRegime(data, ['solpul', 'lss'], codes) ||
      !purposeCodes(data, codes).some((code) => /^SOL12_[1-9]$/.test(code))
        ? []
        : (data.retentionRules ?? []).flatMap((rule, at) =>
            when(
              isKeptTooLong(rule) && isEmpty(rule.exception) && isEmpty(rule.support),
              'M',
              `/retentionRules/${at}/period`,
            ),
          ),
  },
  {
    id: 'PA-20',
    source: 'arkivlagen 10 §',
    controllers: true,
    test: ({ data }) =>
      when(destroysWithoutStatute(data) && isEmpty(data.archivalDecisionRef), 'M', '/archivalDecisionRef'),
  },
  {
    id: 'PA-33',
    source: 'DSF 5.1 e',
    states: ['ended'],
    test: ({ data }) => [
      ...when(isEmpty(data.endDisposition), 'H', '/endDisposition'),
      ...when(data.endDisposition === 'retained' && isEmpty(data.retentionRef), 'H', '/retentionRef'),
    ],
  },
]

/** A rule without a number is not shorter than anything. */
function months(rule: RetentionRule): number {
  return (rule.period && durationInMonths(rule.period)) || Infinity
}

function isKeptTooLong(rule: RetentionRule): boolean {
  if (rule.action === 'preserve') return true
  return rule.action === 'destroy' && rule.period !== undefined && months(rule) >= caseFileMonths
}
