import { addDays, daysBetween } from '../processing/calendar.ts'
import { createLoads } from '../intake/loads.ts'
import { dayOf } from '../register/core.ts'
import { type NightStep, remind } from './pass.ts'

const loadsLookedAt = 6
const fewestDays = 2
const mostDays = 35
/** A feed that is later than so many of its usual intervals has fallen silent. */
const intervals = 3

/** Feeds that have sent full loads and do not any more: people are told of it once for each silence, whoever runs the product every night. */
export const feedStep: NightStep = {
  name: 'feeds',
  async page(night) {
    const loads = createLoads(night.store, night.newId, night.now)
    const units = await night.directory.units()
    const roots = units.filter(({ parentId }) => !parentId).map(({ id }) => id)
    for (const source of await loads.sources()) {
      const days = (await loads.counted(source, loadsLookedAt)).map(({ completedAt }) => dayOf(completedAt))
      const last = days[0]
      if (last === undefined || night.today < addDays(last, silentAfter(days))) continue
      night.report({ what: 'feedSilent', days: daysBetween(last, night.today) })
      const keepers = { role: 'itAssetManager', unitIds: roots, within: true, what: 'feedSilent' as const }
      await remind(night, { what: 'feedSilent', on: last, record: { kind: 'feed', id: source } }, [keepers])
    }
    return undefined
  },
}

/** Days after its last load that a feed counts as silent, from the days of its loads, newest first. */
export function silentAfter(days: readonly string[]): number {
  const gaps = days.slice(1).map((day, at) => daysBetween(day, days[at] as string))
  const usual = gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? mostDays / intervals
  return Math.min(mostDays, Math.max(fewestDays, Math.ceil(usual * intervals)))
}
