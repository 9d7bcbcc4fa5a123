import type { ActivitySummary } from '../api/activities.ts'
import { dateText, momentText } from '../text/format.ts'
import { t } from '../text/text.ts'

/** One sentence about where a notification is, since when, and what comes next. */
export function whereItIs({ state, updatedAt, data }: Pick<ActivitySummary, 'state' | 'updatedAt' | 'data'>): string {
  const date = dateText(state === 'registered' ? (data.registeredAt ?? updatedAt) : updatedAt)
  if (state === 'draft') return t('start.where.draft', { moment: momentText(updatedAt) })
  if (state !== 'registered' || !data.nextReviewDate) return t(`start.where.${state}`, { date })
  return t('start.where.registeredUntil', { date, next: dateText(data.nextReviewDate) })
}
