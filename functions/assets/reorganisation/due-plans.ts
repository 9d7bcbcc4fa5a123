import type { Actor } from '../../register/actor.ts'
import type { Engine } from '../../register/api.ts'
import { contextOf } from '../../register/core.ts'
import { reorganisationOutline } from './plan-outline.ts'

const pageSize = 200

/** What carrying out plans needs of the product. */
export interface CarryOutDeps {
  engine: Engine
  /** RFC 3339. */
  now(): string
  /** A person with the roles of today; undefined for one who has left. */
  actorOf(personId: string): Promise<Actor | undefined>
  /** The product itself, which alone moves a plan on. */
  system: Actor
  /** The time given is soon over: a plan keeps how far it has come. */
  timeIsUp?(): boolean
}

/** How many plans were carried out, and what they did to how many assets. */
export interface CarriedOut {
  plans: number
  moved: number
  refused: number
  /** Time was up before all was done. */
  left?: true
}

/**
 * Carries out every planned reorganisation whose day has come, with the rights that its planner has today. Each step names the
 * records it is about to move before it moves them, so that a run that was cut short anywhere is gone on with and counted
 * right; a plan that another process is at work on is left to it, and running again does nothing more.
 */
export async function carryOutReorganisations(deps: CarryOutDeps): Promise<CarriedOut> {
  const { today } = await contextOf({ now: deps.now })
  const plans = await duePlans(deps, today)
  if (plans.length === 0) return { plans: 0, moved: 0, refused: 0 }
  // On most nights no plan is due, and all that assets are changed by need not be loaded.
  return (await import('./carry-out.ts')).carryOutPlans(deps, plans, today)
}

/** Those begun first, then the others by day. */
async function duePlans({ engine, system }: CarryOutDeps, today: string): Promise<string[]> {
  const found: string[] = []
  for (const state of ['underWay', 'planned']) {
    for (let cursor: string | undefined; ;) {
      const query = { filters: { state: [state] }, limit: pageSize, ...(cursor && { cursor }) }
      const { items, next } = await engine.list(reorganisationOutline, query, system)
      found.push(...items.filter(({ data }) => String(data['at']) <= today).map(({ id }) => id))
      if (!next) break
      cursor = next
    }
  }
  return found
}
