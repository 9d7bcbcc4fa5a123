import { textAt, type Texts } from '../processing/text.ts'
import type { FieldError, Missing } from '../register/errors.ts'
import type { Judgement } from './coverage.ts'
import { dayInWords, withDays } from './days.ts'
import type { Language } from './labels.ts'
import coverageEn from './text/en/coverage.json' with { type: 'json' }
import errorsEn from './text/en/errors.json' with { type: 'json' }
import requirementsEn from './text/en/requirements.json' with { type: 'json' }
import coverageSv from './text/sv/coverage.json' with { type: 'json' }
import errorsSv from './text/sv/errors.json' with { type: 'json' }
import requirementsSv from './text/sv/requirements.json' with { type: 'json' }

type InBoth = { [language in Language]: Texts }

const requirements: InBoth = { sv: requirementsSv, en: requirementsEn }
const errors: InBoth = { sv: errorsSv, en: errorsEn }
const coverage: InBoth = { sv: coverageSv, en: coverageEn }

/** What a transition lacks, as a sentence. */
export function missingSentence({ rule, text, params }: Missing, language: Language): string | undefined {
  return textAt(requirements[language], text ?? rule, params && withDays(params, language))
}

/** A refusal of a field, where the service has words of its own. */
export function fieldSentence({ code, params }: FieldError, language: Language): string | undefined {
  return textAt(errors[language], code, params && withDays(params, language))
}

/** Why a use is covered or not. */
export function reasonSentence({ reason, date }: Judgement, language: Language): string {
  const key = reason === 'covered' && date ? 'coveredUntil' : reason
  return textAt(coverage[language], key, { date: date ? dayInWords(date, language) : '' }) ?? reason
}

/** Any other sentence about coverage. */
export function coverageSentence(key: string, language: Language): string {
  return textAt(coverage[language], key) ?? key
}
