import { applicationOutline } from '../assets/application-outline.ts'
import { follow } from '../follow-up/follow.ts'
import { activityOutline } from '../processing/activity-outline.ts'
import { addDays } from '../processing/calendar.ts'
import { keys, type RowSet } from '../register/keys.ts'
import type { Outline } from '../register/outline.ts'
import type { Head } from '../register/record.ts'
import { decodeRowBody } from '../register/rows/row-body.ts'
import type { Revision } from '../register/seal/revision.ts'
import { revisionPrefix } from '../store/changes.ts'
import { agreementOutline } from '../suppliers/agreement-outline.ts'
import { supplierOutline } from '../suppliers/supplier-outline.ts'
import type { Night, NightStep } from './pass.ts'

const rowsAtOnce = 100
const revisionsLookedAt = 100

/**
 * Follows what has changed since the last whole pass once more, in case an event was lost on its way: what has been told is not
 * told again, so on most nights this does nothing.
 */
export const catchUpSteps: readonly NightStep[] = [
  catchUp(activityOutline, 'main', 'all'),
  catchUp(activityOutline, 'work', 'all'),
  catchUp(agreementOutline, 'main', 'all'),
  catchUp(supplierOutline, 'main', 'all'),
  catchUp(applicationOutline, 'main', 'state=phasingOut'),
]

function catchUp<T extends object>(kind: Outline<T>, set: RowSet, facet: string): NightStep {
  return {
    name: `changes ${kind.name} ${set}`,
    async page(night, after) {
      const pk = keys.list(kind, set, facet)
      const { items, next } = await night.store.query(pk, { limit: rowsAtOnce, ...(after && { after }) })
      const rows = items.map((item) => decodeRowBody(kind, item).record)
      const since = `${addDays(night.since, -1)}T00:00:00.000Z`
      for (const { id } of (await whenChanged(night, kind.name, set, rows)).filter((head) => head.updatedAt >= since))
        await followSince(night, kind.name, id, since).catch((error: unknown) => night.fault(error, `change ${id}`))
      return next
    },
  }
}

type Changed = Pick<Head, 'id' | 'updatedAt'>

/** A working copy's row does not say when it was changed, and that of a record in force only when that revision was. */
async function whenChanged(night: Night, kind: string, set: RowSet, rows: readonly Changed[]): Promise<Changed[]> {
  if (set === 'main') return [...rows]
  const heads = await night.store.getMany(rows.map(({ id }) => keys.head(kind, id)))
  return heads.map(({ body }) => body as unknown as Changed)
}

async function followSince(night: Night, kind: string, id: string, since: string): Promise<void> {
  const range = { prefix: revisionPrefix, reverse: true, limit: revisionsLookedAt }
  const { items } = await night.store.query(keys.record(kind, id), range)
  const recent = items.map(({ body }) => body as unknown as Revision<object>).filter(({ change }) => change.at >= since)
  for (const { head } of recent.toReversed()) await follow(night, { kind, id, revision: head.revision })
}
