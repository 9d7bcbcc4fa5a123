import { walkSuppliers } from './by-supplier.ts'
import { rememberFacts } from './known.ts'
import type { Line } from './item.ts'
import { type Asked, budgetOfRecords, isDone, type Reading, type Walk } from './page.ts'
import { cursorOf, type Place, placeOf } from './place.ts'
import { walkUnlisted } from './unlisted.ts'

/** The coverage view page by page: by supplier in the order of names, then processors that are not in the register. */
export async function walkCoverage(
  { neighbours: present, listings }: Reading,
  asked: Asked,
): Promise<{ lines: Line[]; next?: string }> {
  const { time, day } = asked
  const neighbours = time === undefined ? present : present.at({ time, day })
  const known = rememberFacts(neighbours)
  const walk: Walk = { neighbours, listings, asked, known, lines: [], left: budgetOfRecords }
  let place: Place | undefined = placeOf(asked.cursor)
  while (place && !isDone(walk))
    place = place.phase === 'suppliers' ? await walkSuppliers(walk, place) : await walkUnlisted(walk, place)
  return { lines: walk.lines, ...(place && { next: cursorOf(place) }) }
}
