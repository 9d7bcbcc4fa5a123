import { moveActivity, readActivity } from '../api/activities.ts'
import { t } from '../text/text.ts'

/** Opens a registered record for change, or the page where its end is reported, and gives the address to go on at. @throws Problem */
export async function openChange(change: 'change' | 'end', id: string): Promise<string> {
  if (change === 'end') return `/avstam/${id}?svar=upphord`
  const record = await readActivity(id)
  if (record.state === 'revision') return `/anmal/${id}/a`
  await moveActivity(id, record.revision, { transition: 'revise', comment: t('notification.change.reason') })
  return `/anmal/${id}/a`
}
