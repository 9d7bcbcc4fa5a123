import { addDays } from '../processing/calendar.ts'
import { keys } from '../register/keys.ts'
import { decodeRowBody } from '../register/rows/row-body.ts'
import { type NightStep, remind, windowOf } from './pass.ts'
import { type Reminder, reminders } from './reminders.ts'

const rowsAtOnce = 100

/** A step for each sort of reminder: walks the rows of its days. */
export const dueSteps: readonly NightStep[] = reminders.map(dueStep)

function dueStep(reminder: Reminder): NightStep {
  const { kind, due, leadDays, what } = reminder
  return {
    name: `${what} ${kind.name}`,
    async page(night, after) {
      const { from, to } = windowOf(night, leadDays)
      const range = { after: after ?? from, before: addDays(to, 1), limit: rowsAtOnce }
      const { items, next } = await night.store.query(keys.due(kind, due), range)
      for (const item of items) {
        const { record } = decodeRowBody(kind, item)
        const { id, number, orgUnitId } = record
        const about = { kind: kind.name, id, ...(number && { number }), ...(orgUnitId && { orgUnitId }) }
        await remind(night, { what, on: item.sk.slice(0, 10), record: about }, reminder.to(record))
      }
      return next
    },
  }
}
