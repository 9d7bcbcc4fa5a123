import { ownersOf } from '../follow-up/notices/agreement.ts'
import { addDays } from '../processing/calendar.ts'
import { keys } from '../register/keys.ts'
import { decodeRowBody } from '../register/rows/row-body.ts'
import type { AgreementData } from '../suppliers/agreement-data.ts'
import { agreementOutline } from '../suppliers/agreement-outline.ts'
import { lastNoticeDay, renewsItself } from '../suppliers/term.ts'
import { type NightStep, remind } from './pass.ts'

const rowsAtOnce = 100
const leadDays = 30

/** The last day to give notice of agreements that renew themselves, which stands in no row: it moves with every renewal. */
export const renewalStep: NightStep = {
  name: 'renewals',
  async page(night, after) {
    const pk = keys.list(agreementOutline, 'main', 'renewal=tacit')
    const { items, next } = await night.store.query(pk, { limit: rowsAtOnce, ...(after && { after }) })
    for (const item of items) {
      const { record } = decodeRowBody(agreementOutline, item)
      const data = record.data as unknown as AgreementData
      const isLive = record.state === 'active' || record.state === 'amending'
      const day = isLive && renewsItself(data) ? lastNoticeDay(data, night.since) : undefined
      if (day === undefined || day < night.since || day > addDays(night.today, leadDays)) continue
      const { id, number, orgUnitId } = record
      const about = { kind: 'agreement', id, ...(number && { number }), ...(orgUnitId && { orgUnitId }) }
      await remind(night, { what: 'giveNotice', on: day, record: about }, ownersOf(data, 'giveNotice'))
    }
    return next
  },
}
