import { usesOfActivity } from '../coverage.ts'
import { type Place, placeAt } from './place.ts'
import { addLines, isDone, type Walk } from './page.ts'

const pageSize = 50

/** Processors that notifications name and the register does not hold; of a day in the past every activity is looked at. */
export async function walkUnlisted(walk: Walk, place: Place): Promise<Place | undefined> {
  const { listings, known, asked } = walk
  if (asked.supplier) return undefined
  const range = { after: place.at, limit: pageSize }
  const { items, more } = await (asked.time ? listings.activities(range) : listings.unlisted(range))
  const facts = await known.read(
    'activity',
    items.map(({ id }) => id),
  )
  const byId = new Map(facts.map((one) => [one.id, one]))
  let { at, skip } = place
  for (const { id, position } of items) {
    const activity = byId.get(id)
    const uses = activity ? usesOfActivity(activity, asked.tree).filter((use) => !use.supplierId) : []
    walk.left--
    const given = addLines(walk, uses, skip)
    if (given !== undefined) return { ...placeAt('unlisted', at), skip: given }
    at = position
    skip = 0
    if (isDone(walk)) return placeAt('unlisted', at)
  }
  return more ? placeAt('unlisted', at) : undefined
}
