import { vocabularies } from '../processing/vocabulary.ts'
import { keys } from '../register/keys.ts'
import type { Kind } from '../register/kind.ts'
import { loadMany } from '../register/read/load.ts'
import type { Store } from '../store/store.ts'
import type { UsingActivity } from './findings/rule.ts'

/** Activities that are looked at for one asset, at most. */
const activityLimit = 200

/** What assets need to know of an activity; the register of processing knows the rest. */
interface ActivityFacts {
  sensitive?: boolean
  legalRegimes?: string[]
  dataCategories?: { code: string }[]
  includesProtectedIdentities?: string
}

/** Loading needs a kind's name only. */
const activityKind = { name: 'activity' } as unknown as Kind<ActivityFacts>
const over = ['ended', 'archived']
const special = new Set(vocabularies.data.codes.filter((one) => one.class === 'art9').map(({ code }) => code))

/** The activities in force that use any of these records, as the rules need them; names and texts stay where they are. */
export async function usingActivities(
  store: Store,
  records: readonly { kind: string; id: string }[],
): Promise<UsingActivity[]> {
  const pages = await Promise.all(
    records.map(({ kind, id }) => store.query(keys.record(kind, id), { prefix: 'in#', limit: activityLimit })),
  )
  const ids = pages
    .flatMap(({ items }) => items)
    .filter(({ sk }) => sk.split('#')[2] === 'activity')
    .map(({ body }) => String(body))
  const loaded = await loadMany(store, activityKind, [...new Set(ids)])
  return loaded.flatMap(({ snapshot: { newest, registered } }) => {
    if (!registered || over.includes(newest.state)) return []
    const { sensitive = false, legalRegimes = [], dataCategories = [], includesProtectedIdentities } = registered.data
    return [
      {
        sensitive,
        regimes: legalRegimes,
        special: dataCategories.some(({ code }) => special.has(code)),
        ...(includesProtectedIdentities && { protectedIdentities: includesProtectedIdentities }),
      },
    ]
  })
}
