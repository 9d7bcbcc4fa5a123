import { settle } from '../mail/deliver.ts'
import { type Mail, mailKeys, pendingMail } from '../mail/mail.ts'
import { ConditionFailed } from '../store/store.ts'
import type { NightStep } from './pass.ts'

const hourMs = 60 * 60 * 1000
/** A mail that has waited so long was lost on its way to the queue, or refused: it is told of again. */
const overdueMs = hourMs
/** After a week it is of no use any more. */
const oldMs = 7 * 24 * hourMs
const rowsAtOnce = 100

/** Mails that still wait: written anew, so that the change stream tells of them again; very old ones are given up, and said. */
export const waitingMailStep: NightStep = {
  name: 'waiting mail',
  async page(night, after) {
    const { items, next } = await night.store.query(pendingMail, { limit: rowsAtOnce, ...(after && { after }) })
    for (const item of items) {
      const mail = item.body as unknown as Mail
      const ageMs = Date.parse(night.now()) - Date.parse(mail.at)
      if (ageMs < overdueMs) continue
      if (ageMs > oldMs) {
        await settle(night, mail, { outcome: 'givenUp' })
        night.report({ what: 'mailGivenUp', mail: mail.id, error: new Error('waited too long') })
        continue
      }
      const version = item.version ?? 1
      const again = { ...item, ...mailKeys.pending(mail.id), version: version + 1 }
      await night.store.commit([{ put: again, if: { version } }], night.newId()).catch(unlessChanged)
    }
    return next
  },
}

function unlessChanged(error: unknown): void {
  if (!(error instanceof ConditionFailed)) throw error
}
