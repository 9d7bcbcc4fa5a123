import type { ActivityData } from '../data.ts'
import { isEmpty } from '../gap.ts'
import { categoriesOfClass, hasClass, hasRegime } from '../traits.ts'
import { builtInOf } from '../vocabulary.ts'
import { when, type Rule } from './rule.ts'

const inQualityRegisters = ['health', 'medication', 'imaging']

/** Special categories, offences, and what rests on them. */
export const sensitiveRules: readonly Rule[] = [
  {
    id: 'PA-07',
    source: 'DSF 9.2',
    controllers: true,
    test: ({ data }, { codes }) =>
      when(hasClass(data, ['art9'], codes) && isEmpty(data.art9Exceptions), 'K', '/art9Exceptions'),
  },
  {
    id: 'PA-08',
    source: 'DSF 9.3, PDL 2:7 a, SoLPUL 7 §',
    controllers: true,
    test: ({ data }) =>
      when(
        hasException(data, ['h']) && data.confidentialityDutyConfirmed !== true,
        'H',
        '/confidentialityDutyConfirmed',
      ),
  },
  {
    id: 'PA-09',
    source: 'DSL 3:2–7',
    controllers: true,
    test: ({ data }) =>
      when(
        hasException(data, ['b', 'g', 'h', 'i', 'j']) && isEmpty(data.art9NationalSupport),
        'H',
        '/art9NationalSupport',
      ),
  },
  {
    id: 'PA-10',
    source: 'DSF 10, DSL 3:8, PDL 2:7',
    controllers: true,
    test: ({ data }, { codes }) =>
      when(
        hasClass(data, ['art10', 'adminDetention'], codes) && isEmpty(data.criminalDataSupport),
        'K',
        '/criminalDataSupport',
      ),
  },
  {
    id: 'PA-11',
    source: 'PDL 7:8, 7:8 a',
    controllers: true,
    test({ data }, { codes }) {
      const beyond = categoriesOfClass(data, ['art9', 'art10'], codes).filter(
        (code) => !inQualityRegisters.includes(builtInOf('data', code, codes)),
      )
      return when(
        hasRegime(data, ['qualityRegister'], codes) && beyond.length > 0 && !hasExemption(data),
        'K',
        '/dataCategories',
      )
    },
  },
  {
    id: 'PA-34',
    source: 'lag 2003:460',
    controllers: true,
    test: ({ data }, { codes }) =>
      when(
        data.isResearch === true && hasClass(data, ['art9', 'art10'], codes) && isEmpty(data.ethicsApprovalRef),
        'K',
        '/ethicsApprovalRef',
      ),
  },
]

function hasException(data: ActivityData, exceptions: readonly string[]): boolean {
  return (data.art9Exceptions ?? []).some((code) => exceptions.includes(code))
}

/** A decision under PDL 7:8 a is named among the national support. */
function hasExemption(data: ActivityData): boolean {
  return (data.art9NationalSupport ?? []).some(({ act, provision, note }) =>
    /\b7\s*(?:kap\.?|:)\s*8\s*a\b/i.test([act, provision, note].join(' ')),
  )
}
