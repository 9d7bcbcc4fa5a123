import { dateText, timeText } from '../text/format.ts'
import { t } from '../text/text.ts'
import type { Seal } from './seal.ts'

/** "22 november kl. 03.30". */
export function sealedAt({ at }: Seal): string {
  return t('proof.when', { date: dateText(at), time: timeText(at) })
}
