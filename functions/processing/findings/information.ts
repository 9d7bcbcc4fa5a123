import type { ActivityData } from '../data.ts'
import { isEmpty } from '../gap.ts'
import { hasClass } from '../traits.ts'
import { when, type Rule } from './rule.ts'

/** What data subjects are told, and decisions made about them without a person. */
export const informationRules: readonly Rule[] = [
  {
    id: 'PA-22',
    source: 'DSF 13–14',
    controllers: true,
    test: ({ data }) => [
      ...when(data.informationStatus === 'no', 'H', '/informationStatus'),
      ...when(
        data.informationStatus === 'exempt' && isEmpty(data.informationExemptReason),
        'H',
        '/informationExemptReason',
      ),
    ],
  },
  {
    id: 'PA-25',
    source: 'DSF 22.2–4',
    controllers: true,
    test: ({ data }, { codes }) =>
      data.automatedDecisions === 'full'
        ? [
            ...when(isEmpty(data.automatedLogic), 'K', '/automatedLogic'),
            ...when(isEmpty(data.art22Ground), 'K', '/art22Ground'),
            ...when(hasClass(data, ['art9'], codes) && !restsOnConsentOrInterest(data), 'K', '/art9Exceptions'),
          ]
        : [],
  },
  {
    id: 'PA-26',
    source: 'DSF 15, S0',
    controllers: true,
    test: ({ data, inForce }) =>
      when(
        inForce === true && (isEmpty(data.accessExtractMethod) || data.accessExtractMethod === 'none'),
        'M',
        '/accessExtractMethod',
      ),
  },
]

/** Art. 22(4): special categories take explicit consent or a substantial public interest. */
function restsOnConsentOrInterest(data: ActivityData): boolean {
  return (data.art9Exceptions ?? []).some((code) => code === 'a' || code === 'g')
}
