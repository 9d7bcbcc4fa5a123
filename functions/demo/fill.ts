import type { Clock } from '../clock.ts'
import { createCore } from '../core.ts'
import { systemActor } from '../directory/directory.ts'
import { allKinds } from '../kinds.ts'
import { activity } from '../processing/activity.ts'
import type { Actor } from '../register/actor.ts'
import type { Shown } from '../register/api.ts'
import type { Store } from '../store/store.ts'
import type { ActivityData } from '../processing/data.ts'
import { careActivities } from './activities/care.ts'
import { municipalActivities } from './activities/municipality.ts'
import { regionActivities } from './activities/region.ts'
import { staffActivities } from './activities/staff.ts'
import { fillAssets } from './assets/fill-assets.ts'
import type { DemoActivity, DemoIds, DemoStep } from './demo-activity.ts'
import { fillOrganisation, type DemoDirectory } from './fill-organisation.ts'
import { agreementStory, fillSuppliers } from './fill-suppliers.ts'

const dayMs = 86_400_000
const organisationDaysAgo = 500
const thingsDaysAgo = 490

/** Everything that happens in the demo register, oldest first when sorted by day. */
const demoActivities: readonly DemoActivity[] = [
  ...careActivities,
  ...staffActivities,
  ...regionActivities,
  ...municipalActivities,
]

/**
 * Fills an empty store through the engine: the organisation and its people, and with `records` the demo register, its dates
 * spread over the past year from `clock`'s present.
 */
export async function fillDemo(store: Store, clock: Clock, records: boolean): Promise<void> {
  const started = Date.parse(`${clock.now().slice(0, 10)}T08:40:00Z`)
  let daysAgo = organisationDaysAgo
  let tick = 0
  const ms = (): number => started - daysAgo * dayMs + tick++
  const { deps, directory } = createCore({
    store,
    clock: { ms, now: () => new Date(ms()).toISOString() },
    kinds: allKinds,
  })
  const { engine } = deps
  const known = await fillOrganisation(engine, new Date(ms()).toISOString().slice(0, 10))
  if (!records) return
  const actor = async (userId: string): Promise<Actor> => ({
    ...systemActor(await directory.tree()),
    personId: known.people[userId] ?? missing(userId),
  })

  daysAgo = thingsDaysAgo
  const person = (userId: string): string => known.people[userId] ?? missing(userId)
  const filling = { engine, actor, person, today: new Date(started).toISOString().slice(0, 10) }
  const suppliers = await fillSuppliers(filling)
  const assets = await fillAssets(engine, actor, {
    unit: (key) => known.units[key] ?? missing(key),
    person,
    supplier: (key) => suppliers[key] ?? missing(key),
    day: (days) => new Date(started + days * dayMs).toISOString().slice(0, 10),
  })
  const ids = idsOf(known, suppliers, assets)
  const filed = new Map<string, Shown<ActivityData>>()
  const events = [...timeline(demoActivities), ...agreementStory(filling, ids)].sort((a, b) => b.day - a.day)
  for (const { day, run } of events) {
    daysAgo = day
    await run()
  }

  function timeline(activities: readonly DemoActivity[]): { day: number; run(): Promise<void> }[] {
    const events = activities.flatMap((one) => [
      {
        day: one.filedDaysAgo,
        run: async () =>
          void filed.set(one.key, await engine.create(activity, plain(one.data(ids)), await actor(one.filedBy))),
      },
      ...one.steps.map((step) => ({
        day: step.daysAgo,
        run: async () => void filed.set(one.key, await take(one.key, step)),
      })),
    ])
    return events
  }

  async function take(key: string, step: DemoStep): Promise<Shown<ActivityData>> {
    const { record } = filed.get(key) ?? missing(key)
    const by = await actor(step.by)
    if ('change' in step)
      return engine.update(activity, record.id, record.revision, plain(step.change(record.data)), by, step.comment)
    const comment = 'comment' in step ? { comment: step.comment } : {}
    const remarks =
      step.move === 'register' && step.remarks
        ? { data: { remarks: step.remarks.map((remark) => remarkOf(remark)) } }
        : {}
    return engine.transition(
      activity,
      record.id,
      record.revision,
      { transition: step.move, ...comment, ...remarks },
      by,
    )
  }

  function remarkOf({ text, ruleIds, dueInDays }: { text: string; ruleIds: string[]; dueInDays?: number }): object {
    const due = dueInDays && new Date(ms() + dueInDays * dayMs).toISOString().slice(0, 10)
    return { text, ...(ruleIds.length > 0 && { ruleIds }), ...(due && { dueDate: due }) }
  }
}

function idsOf(
  { units, people }: DemoDirectory,
  suppliers: { [key: string]: string },
  assets: { [key: string]: string },
): DemoIds {
  return {
    unit: (key) => units[key] ?? missing(key),
    person: (userId) => people[userId] ?? missing(userId),
    application: (key) => assets[key] ?? missing(key),
    device: (key) => assets[key] ?? missing(key),
    supplier: (key) => suppliers[key] ?? missing(key),
  }
}

/** Without members that are undefined, as JSON would carry it. */
function plain(data: ActivityData): unknown {
  return JSON.parse(JSON.stringify(data))
}

function missing(key: string): never {
  throw new Error(`the demo data lacks ${key}`)
}
