import { checkActivity } from '../../functions/processing/check.ts'
import type { ProcessingContext } from '../../functions/processing/context.ts'
import type { ActivityData } from '../../functions/processing/data.ts'
import { hasText, t } from '../text/text.ts'
import { elementId } from './pointer.ts'

const untilLeft = ['date', 'end-before-start']

/**
 * What is wrong with the answers as they stand, by pointer, as a sentence that says what to do. A date is left in peace
 * while it is being typed (`typingAt`: id of the element that has focus).
 */
export function answerErrors(
  data: ActivityData,
  context: ProcessingContext,
  refused: ReadonlyMap<string, string>,
  typingAt: string | undefined,
): Map<string, string> {
  const errors = new Map(refused)
  for (const { pointer, code, params } of checkActivity(data, context)) {
    if (untilLeft.includes(code) && elementId(pointer) === typingAt) continue
    const key = `notification.error.${code}`
    errors.set(pointer, hasText(key) ? t(key, params) : t('notification.error.other'))
  }
  return errors
}
