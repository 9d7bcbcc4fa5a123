import type { Missing } from '../../functions/register/errors.ts'
import { questionText } from '../questions/question-text.ts'
import { hasText, t } from '../text/text.ts'

/** The sentence that says what is lacking, and so what to do. */
export function missingText({ rule, text, params }: Pick<Missing, 'rule' | 'text' | 'params'>): string {
  const key = `requirements.${text ?? rule}`
  return hasText(key) ? t(key, params) : questionText(rule).label
}
