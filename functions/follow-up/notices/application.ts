import { activityOutline } from '../../processing/activity-outline.ts'
import { keys } from '../../register/keys.ts'
import { loadMany } from '../../register/read/load.ts'
import type { Store } from '../../store/store.ts'
import type { Party, Step } from '../party.ts'

/** Activities that are told of one system leaving, at most. */
const most = 200

/** The contacts of the activities in force that use a system which begins to be phased out (domain section 4, assets). */
export async function applicationParties(store: Store, { before, after }: Step<object>): Promise<Party[]> {
  if (after.state !== 'phasingOut' || !before || before.state === after.state) return []
  const partition = keys.record('application', after.id)
  const { items } = await store.query(partition, { prefix: 'in#applicationIds#activity#', limit: most })
  const used = await loadMany(
    store,
    activityOutline,
    items.map(({ body }) => String(body)),
  )
  return used.flatMap(({ snapshot: { registered, newest } }) =>
    registered && newest.state !== 'ended' && newest.state !== 'archived'
      ? [{ personId: registered.data.contactPersonId, what: 'systemLeaves' as const }]
      : [],
  )
}
