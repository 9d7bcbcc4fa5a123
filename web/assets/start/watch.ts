import { getJson } from '../../api/request.ts'
import { withQuery } from '../../lists/view.ts'
import type { AssetKind, AssetKindName } from '../asset.ts'

/** One thing to look after: which assets it is about, as the list's filters, and how many they are. */
export interface Watched {
  what: string
  kind: AssetKindName
  href: string
  count: number
  /** There are more than were counted. */
  more: boolean
}

type Filters = { [name: string]: string }

/** What each kind is looked after for; `today` and `soon` are calendar days. */
export function watchesOf(kind: AssetKindName, today: string, soon: string): { what: string; filters: Filters }[] {
  const unseen = { what: 'unseen', filters: { waiting: 'unseen' } }
  const sourceSays = { what: 'sourceSays', filters: { waiting: 'sourceSays' } }
  const critical = { what: 'critical', filters: { severity: 'K' } }
  const support = { what: 'supportEnds', filters: { supportEnded: soon } }
  switch (kind) {
    case 'equipment':
      return [critical, unseen, sourceSays, support, { what: 'missing', filters: { state: 'missing' } }]
    case 'medicalDevice':
      return [critical, { what: 'maintenance', filters: { maintenanceBefore: today } }, unseen, sourceSays]
    case 'application':
      return [critical, { what: 'classification', filters: { classification: 'missing' } }, support]
  }
}

/** Counts everything that some kinds are looked after for; what there is none of is left out. @throws Problem */
export async function readWatched(kinds: readonly AssetKind[], today: string, soon: string): Promise<Watched[]> {
  const asked = kinds.flatMap((kind) =>
    watchesOf(kind.name, today, soon).map(async ({ what, filters }) => {
      const query = new URLSearchParams({ kind: kind.name, ...filters })
      const { count, more } = await getJson<{ count: number; more: boolean }>(withQuery('/api/assets/count', query))
      return { what, kind: kind.name, href: withQuery('/tillgangar', query), count, more }
    }),
  )
  return (await Promise.all(asked)).filter(({ count }) => count > 0)
}
