import { activityOutline } from '../processing/activity-outline.ts'
import { keys } from '../register/keys.ts'
import { loadMany } from '../register/read/load.ts'
import { decodeRowBody } from '../register/rows/row-body.ts'
import { type NightStep, remind, windowOf } from './pass.ts'

const rowsAtOnce = 100
/** Half of the time there is to answer (14 days, domain section 4). */
const soonDays = 7

/** Returned notifications that nobody has answered: a week before the day they are due, and the day after. */
export const returnedStep: NightStep = {
  name: 'returned',
  async page(night, after) {
    const pk = keys.list(activityOutline, 'work', 'all')
    const { items, next } = await night.store.query(pk, { limit: rowsAtOnce, ...(after && { after }) })
    const returned = items.map((item) => decodeRowBody(activityOutline, item).record).filter(isReturned)
    const loaded = await loadMany(
      night.store,
      activityOutline,
      returned.map(({ id }) => id),
    )
    for (const {
      snapshot: { newest },
    } of loaded.filter(({ snapshot }) => isReturned(snapshot.newest))) {
      const { id, number, orgUnitId, data } = newest
      const due = data.returnDueDate
      if (!due) continue
      const about = { kind: 'activity', id, ...(number && { number }), ...(orgUnitId && { orgUnitId }) }
      for (const [what, leadDays] of [
        ['returnedSoon', soonDays],
        ['returnedLate', -1],
      ] as const) {
        const { from, to } = windowOf(night, leadDays)
        if (due < from || due > to) continue
        await remind(night, { what, on: due, record: about }, [{ personId: data.initiatorId, what }])
      }
    }
    return next
  },
}

function isReturned({ state }: { state: string }): boolean {
  return state === 'returned'
}
