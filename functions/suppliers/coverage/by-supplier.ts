import { type Use, usesOfActivity, usesOfAsset } from '../coverage.ts'
import type { ActivityFacts, AssetFacts, FactKind } from '../facts.ts'
import { type Incoming, positionOf } from '../incoming.ts'
import type { Listed } from './listings.ts'
import { type Place, placeAt } from './place.ts'
import { addLines, budgetOfRecords, isDone, type Walk } from './page.ts'

const suppliersAtOnce = 8
const linksAtOnce = 250
const users = ['activity', 'application', 'medicalDevice', 'equipment'] as const

/** Where the walk stopped among the links of one supplier. */
type LinkPlace = Pick<Place, 'link' | 'skip'>

interface SupplierLinks {
  agreements: string[]
  uses: Incoming[]
  /** Where the next page begins; absent on the last. */
  next?: string
}

/** Some suppliers more; `at` is the last one that is done, or the one under way when `link` or `skip` is set. */
export async function walkSuppliers(walk: Walk, place: Place): Promise<Place | undefined> {
  const resumes = place.link !== '' || place.skip > 0
  const { items, more } = await suppliersFrom(walk, place, resumes)
  const links = await Promise.all(items.map((one, at) => linksOf(walk, one.id, at === 0 ? place.link : '')))
  await readAhead(
    walk,
    items.map(({ id }) => id),
    links,
  )
  for (const [index, { id, position }] of items.entries()) {
    const from = index === 0 && resumes ? place : { link: '', skip: 0 }
    const stopped = await oneSupplier(walk, id, links[index]!, from)
    if (stopped) return { phase: 'suppliers', at: position, ...stopped }
    if (isDone(walk)) return placeAt('suppliers', position)
  }
  const last = items.at(-1)
  return more && last ? placeAt('suppliers', last.position) : placeAt('unlisted')
}

/** The one that is asked for, unless it is done; or the next ones in the list. */
async function suppliersFrom(
  { listings, asked: { supplier } }: Walk,
  { at }: Place,
  resumes: boolean,
): Promise<{ items: Listed[]; more: boolean }> {
  if (!supplier) return listings.suppliers({ after: at, from: resumes ? at : '', limit: suppliersAtOnce })
  const isThrough = at === supplier && !resumes
  return { items: isThrough ? [] : [{ id: supplier, position: supplier }], more: false }
}

/** The links to a supplier that make uses, from a place on, and its agreements. */
async function linksOf({ neighbours }: Walk, id: string, after: string): Promise<SupplierLinks> {
  const [{ items, more }, agreements] = await Promise.all([
    neighbours.incomingPage('supplier', id, { limit: linksAtOnce, ...(after && { after }) }),
    neighbours.agreementsWith(id),
  ])
  const uses = items.filter(({ rel }) => rel === 'supplierIds' || rel === 'processors')
  const last = items.at(-1)
  return { agreements, uses, ...(more && last && { next: positionOf(last) }) }
}

/** Reads what several suppliers need at once, so that the store is asked a few times and not once for each. */
async function readAhead({ known }: Walk, ids: readonly string[], links: readonly SupplierLinks[]): Promise<void> {
  const used = links.flatMap((one, at) => (one.uses.length > 0 ? [{ ...one, id: ids[at]! }] : []))
  const uses = used.flatMap((one) => one.uses).slice(0, budgetOfRecords)
  const ofKind = (wanted: FactKind) => uses.filter(({ kind }) => kind === wanted).map(({ id }) => id)
  await Promise.all([
    known.read(
      'supplier',
      used.map(({ id }) => id),
    ),
    known.read(
      'agreement',
      used.flatMap(({ agreements }) => agreements),
    ),
    ...users.map((kind) => known.read(kind, ofKind(kind))),
  ])
}

/** The uses of one supplier; answers where it stopped, when it did before the end. */
async function oneSupplier(
  walk: Walk,
  id: string,
  first: SupplierLinks,
  from: LinkPlace,
): Promise<LinkPlace | undefined> {
  const { known } = walk
  let links = first
  let { link, skip } = from
  const isUsed = links.uses.length > 0 || links.next !== undefined
  const [supplier] = isUsed ? await known.read('supplier', [id]) : []
  const agreements = isUsed ? await known.read('agreement', links.agreements) : []
  for (;;) {
    for (const one of links.uses) {
      if (walk.left <= 0) return { link, skip }
      const uses = await usesAt(walk, one, id)
      walk.left--
      const given = addLines(walk, uses, skip, supplier, agreements)
      if (given !== undefined) return { link, skip: given }
      link = positionOf(one)
      skip = 0
      if (isDone(walk)) return { link, skip }
    }
    if (links.next === undefined) return undefined
    link = links.next
    links = await linksOf(walk, id, link)
    await readAhead(walk, [id], [links])
  }
}

async function usesAt({ known, asked }: Walk, { kind, id }: Incoming, supplierId: string): Promise<Use[]> {
  const [facts] = await known.read(kind, [id])
  if (!facts) return []
  const { tree } = asked
  const uses =
    facts.kind === 'activity' ? usesOfActivity(facts as ActivityFacts, tree) : usesOfAsset(facts as AssetFacts, tree)
  return uses.filter((use) => use.supplierId === supplierId)
}
