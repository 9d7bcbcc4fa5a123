import type { ProcessingContext } from './context.ts'
import type { ActivityData } from './data.ts'
import { hasClass } from './traits.ts'
import { isVulnerable } from './vocabulary.ts'

const largeVolumes = ['v4', 'v5']

/** One criterion or case proposed, with the question whose answer led to it. */
export interface DpiaProposal {
  code: string
  question: string
}

/** IMY's criteria that the answers point to (J1), each with the question it comes from. */
export function proposedCriteria(data: ActivityData, { codes }: Pick<ProcessingContext, 'codes'>): DpiaProposal[] {
  const proposals: (DpiaProposal | false)[] = [
    data.profiling === true && { code: 'evaluation', question: 'E6' },
    data.automatedDecisions === 'full' && { code: 'automated', question: 'E6' },
    hasClass(data, ['art9', 'art10', 'adminDetention', 'integrity'], codes) && { code: 'sensitive', question: 'D1' },
    largeVolumes.includes(data.volume ?? '') && { code: 'largeScale', question: 'C2' },
    (data.dataSubjectCategories ?? []).some((code) => isVulnerable(code, codes)) && {
      code: 'vulnerable',
      question: 'C1',
    },
    (data.usesAi === 'yes' || data.welfareTech === true) && {
      code: 'newTech',
      question: data.usesAi === 'yes' ? 'E7' : 'E8',
    },
  ]
  return proposals.filter((proposal) => proposal !== false)
}

/** Cases of DSF 35.3 that the answers point to (J2): special categories or offences on a large scale. */
export function proposedCases(data: ActivityData, { codes }: Pick<ProcessingContext, 'codes'>): DpiaProposal[] {
  const large = hasClass(data, ['art9', 'art10'], codes) && largeVolumes.includes(data.volume ?? '')
  return large ? [{ code: 'b', question: 'D1' }] : []
}

/** Proposed criteria that an answered J1 leaves out; the notifier says why in `dpiaCriteriaNote`. */
export function untickedCriteria(data: ActivityData, context: Pick<ProcessingContext, 'codes'>): string[] {
  if (!data.dpiaCriteria) return []
  return proposedCriteria(data, context)
    .map((proposal) => proposal.code)
    .filter((code) => !data.dpiaCriteria?.includes(code))
}
