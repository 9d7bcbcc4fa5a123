import type { Actor } from '../register/actor.ts'
import type { Engine, Summary } from '../register/api.ts'
import { activity } from './activity.ts'
import type { ActivityData } from './data.ts'
import { createMatcher, similarFrom } from './similar.ts'

/** A record that looks like the one being written, and how much (0-1). */
export interface Similar {
  id: string
  number?: string
  name: string
  orgUnitId?: string
  state: string
  score: number
}

export interface SimilarQuery {
  name?: string
  purpose?: string
  controllerOrgUnitId?: string
  exclude?: string
}

const shown = 5
const pageSize = 200
/** Records of one controller that are compared; a region's largest board keeps fewer. */
const compared = 5000

/** Near matches of the same controller, best first (domain 10.9). Other controllers' records are never among them (10.6). */
export async function similarActivities(engine: Engine, query: SimilarQuery, actor: Actor): Promise<Similar[]> {
  const { name = '', purpose, controllerOrgUnitId, exclude } = query
  if (!controllerOrgUnitId || name.trim().length < 3) return []
  const scoreOf = createMatcher({ name, ...(purpose && { purpose }) })
  const candidates = await ofController(engine, controllerOrgUnitId, actor)
  return candidates
    .filter((item) => item.id !== exclude)
    .map((item) => ({ item, score: scoreOf({ name: nameOf(item) }) }))
    .filter(({ score }) => score >= similarFrom)
    .sort((a, b) => b.score - a.score)
    .slice(0, shown)
    .map(({ item, score }) => similarOf(item, score))
}

async function ofController(engine: Engine, controller: string, actor: Actor): Promise<Summary[]> {
  const items: Summary[] = []
  let cursor: string | undefined
  do {
    const query = { filters: { controller: [controller] }, limit: pageSize, ...(cursor && { cursor }) }
    const page = await engine.list(activity, query, actor)
    items.push(...page.items.filter(({ state }) => state !== 'notRegistrable'))
    cursor = page.next
  } while (cursor && items.length < compared)
  return items
}

function similarOf(item: Summary, score: number): Similar {
  const { id, number, orgUnitId, state } = item
  return {
    id,
    ...(number && { number }),
    name: nameOf(item),
    ...(orgUnitId && { orgUnitId }),
    state,
    score: Math.round(score * 100) / 100,
  }
}

function nameOf({ data }: Summary): string {
  return (data as ActivityData).name ?? ''
}
