import type { Actor } from '../../register/actor.ts'
import { decodeCursor, encodeCursor } from '../../register/cursor.ts'
import { usesOfActivity, usesOfAsset, type Use } from '../coverage.ts'
import type { ActivityFacts, AgreementFacts, AssetFacts, FactKind, FactsOf, SupplierFacts } from '../facts.ts'
import { type Incoming, type Neighbours, positionOf } from '../neighbours.ts'
import type { CoverageStatus } from '../vocabulary.ts'
import { lineOf, type Line } from './item.ts'
import type { Listings } from './listings.ts'
import { seesUse } from './sight.ts'

/** What is asked of coverage. */
export interface Asked {
  /** Calendar day that it is judged on. */
  day: string
  /** RFC 3339 UTC; given for a day in the past, when activities are taken as they were then. */
  time?: string
  supplier?: string
  /** Controllers, with units below when the caller wants them. */
  controllers?: ReadonlySet<string>
  statuses?: readonly CoverageStatus[]
  limit: number
  cursor?: string
  actor: Actor
}

export interface Reading {
  neighbours: Neighbours
  listings: Listings
}

/** Records that one request looks at, at most; then it answers with where it came to. */
const budgetOfRecords = 250
const suppliersAtOnce = 8
const linksAtOnce = 250
const kind = 'coverage'

/** Where a walk stands: the phase, the place in it, the last link looked at of that supplier, and uses of the next that were given. */
interface Place {
  phase: 'suppliers' | 'unlisted' | 'past'
  at: string
  link: string
  skip: number
}

interface Walk {
  reading: Reading
  asked: Asked
  lines: Line[]
  left: number
  /** What has been read for this request, by id; null for what is not there or not in force. */
  known: Map<string, FactsOf[FactKind] | null>
}

/**
 * The coverage view page by page: by supplier in the order of names, then processors that are not in the register. For a day in
 * the past the activities come first, as they were then, and after them the assets by supplier.
 */
export async function walkCoverage(reading: Reading, asked: Asked): Promise<{ lines: Line[]; next?: string }> {
  const walk: Walk = { reading, asked, lines: [], left: budgetOfRecords, known: new Map() }
  let place: Place | undefined = startOf(asked)
  while (place && walk.lines.length < asked.limit && walk.left > 0) {
    if (place.phase === 'past') place = await pastActivities(walk, place)
    else if (place.phase === 'suppliers') place = await suppliers(walk, place)
    else place = await unlisted(walk, place)
  }
  return { lines: walk.lines, ...(place && { next: encodeCursor(cursorOf(place)) }) }
}

function startOf({ cursor, time }: Asked): Place {
  if (cursor === undefined) return { phase: time ? 'past' : 'suppliers', at: '', link: '', skip: 0 }
  const { phase, at = '', link = '', skip = '0' } = decodeCursor(cursor, kind)
  return { phase: phase as Place['phase'], at, link, skip: Number(skip) || 0 }
}

function cursorOf({ phase, at, link, skip }: Place): { [part: string]: string } {
  return { k: kind, phase, at, link, skip: String(skip) }
}

/** Some suppliers more; `at` is the last one that is done, or the one under way when `link` is set. */
async function suppliers(walk: Walk, place: Place): Promise<Place | undefined> {
  const { reading, asked } = walk
  const then: Place | undefined = asked.time ? undefined : { phase: 'unlisted', at: '', link: '', skip: 0 }
  const listed = asked.supplier
    ? {
        items:
          place.at === asked.supplier && !place.link && !place.skip
            ? []
            : [{ id: asked.supplier, position: asked.supplier }],
        more: false,
      }
    : await reading.listings.suppliers({
        after: place.at,
        from: place.link || place.skip ? place.at : '',
        limit: suppliersAtOnce,
      })
  const heads = await Promise.all(listed.items.map((one, at) => linksOf(walk, one.id, at === 0 ? place.link : '')))
  await warm(
    walk,
    listed.items.map(({ id }) => id),
    heads,
  )
  for (const [index, { id, position }] of listed.items.entries()) {
    const resumed = index === 0 && (place.link !== '' || place.skip > 0)
    const stopped = await oneSupplier(walk, id, heads[index]!, resumed ? place : { link: '', skip: 0 })
    if (stopped) return { phase: 'suppliers', at: position, ...stopped }
    if (walk.lines.length >= asked.limit || walk.left <= 0)
      return { phase: 'suppliers', at: position, link: '', skip: 0 }
  }
  const last = listed.items.at(-1)
  return listed.more && last ? { phase: 'suppliers', at: last.position, link: '', skip: 0 } : then
}

interface SupplierLinks {
  agreements: string[]
  uses: Incoming[]
  /** Where the next page begins; absent on the last. */
  next?: string
}

/** The links to a supplier that make uses, from a place on, and its agreements. */
async function linksOf({ reading, asked }: Walk, id: string, after: string): Promise<SupplierLinks> {
  const { neighbours } = reading
  const page = await neighbours.incomingPage('supplier', id, { limit: linksAtOnce, ...(after && { after }) })
  const whole = !after && !page.more
  const agreements = (whole ? page.items : await neighbours.incoming('supplier', id, 'supplierId')).filter(isAgreement)
  const uses = page.items.filter(({ rel }) => rel === 'supplierIds' || (rel === 'processors' && !asked.time))
  const last = page.items.at(-1)
  return { agreements: agreements.map((one) => one.id), uses, ...(page.more && last && { next: positionOf(last) }) }
}

function isAgreement(one: Incoming): boolean {
  return one.kind === 'agreement' && one.rel === 'supplierId'
}

/** Reads what several suppliers need at once, so that the store is asked a few times and not once for each. */
async function warm(walk: Walk, ids: readonly string[], heads: readonly SupplierLinks[]): Promise<void> {
  const used = heads.flatMap((head, at) => (head.uses.length > 0 ? [{ ...head, id: ids[at]! }] : []))
  const uses = used.flatMap((one) => one.uses).slice(0, budgetOfRecords)
  const ofKind = (wanted: FactKind) => uses.filter((one) => one.kind === wanted).map(({ id }) => id)
  await Promise.all([
    read(
      walk,
      'supplier',
      used.map(({ id }) => id),
    ),
    read(
      walk,
      'agreement',
      used.flatMap(({ agreements }) => agreements),
    ),
    ...(['activity', 'application', 'medicalDevice', 'equipment'] as const).map((one) => read(walk, one, ofKind(one))),
  ])
}

/** The facts of some records, each read once a request. */
async function read<K extends FactKind>(walk: Walk, kindName: K, ids: readonly string[]): Promise<FactsOf[K][]> {
  const { known, reading } = walk
  const absent = ids.filter((id) => !known.has(id))
  if (absent.length > 0) {
    const found = new Map((await reading.neighbours.many(kindName, absent)).map((one) => [one.id, one]))
    for (const id of absent) known.set(id, found.get(id) ?? null)
  }
  return ids.flatMap((id) => (known.get(id) as FactsOf[K] | null) ?? [])
}

/** The uses of one supplier; answers where it stopped, when it did before the end. */
async function oneSupplier(
  walk: Walk,
  id: string,
  first: SupplierLinks,
  from: Pick<Place, 'link' | 'skip'>,
): Promise<Pick<Place, 'link' | 'skip'> | undefined> {
  const { asked } = walk
  let links = first
  let { link, skip } = from
  const [supplier] = links.uses.length > 0 ? await read(walk, 'supplier', [id]) : []
  const agreements = links.uses.length > 0 ? await read(walk, 'agreement', links.agreements) : []
  for (;;) {
    for (const one of links.uses) {
      if (walk.left <= 0) return { link, skip }
      const uses = await usesAt(walk, one, id)
      walk.left--
      const given = add(walk, uses, skip, supplier, agreements)
      if (given !== undefined) return { link, skip: given }
      link = positionOf(one)
      skip = 0
      if (walk.lines.length >= asked.limit) return { link, skip }
    }
    if (links.next === undefined) return undefined
    link = links.next
    links = await linksOf(walk, id, link)
    await warm(walk, [id], [links])
  }
}

async function usesAt(walk: Walk, { kind: of, id }: Incoming, supplierId: string): Promise<Use[]> {
  const [facts] = await read(walk, of, [id])
  if (!facts) return []
  const { tree } = walk.asked.actor
  const uses =
    facts.kind === 'activity' ? usesOfActivity(facts as ActivityFacts, tree) : usesOfAsset(facts as AssetFacts, tree)
  return uses.filter((use) => use.supplierId === supplierId)
}

/** Adds the lines of one record from `skip` on; answers how many it has given when the page is full before its end. */
function add(
  walk: Walk,
  uses: readonly Use[],
  skip: number,
  supplier: SupplierFacts | undefined,
  agreements: readonly AgreementFacts[],
): number | undefined {
  const { asked, lines } = walk
  for (const [at, use] of uses.entries()) {
    if (at < skip) continue
    if (lines.length >= asked.limit) return at
    const line = lineOf(use, supplier, agreements, asked.day)
    if (isAskedFor(asked, line)) lines.push(line)
  }
  return undefined
}

function isAskedFor({ supplier, controllers, statuses, actor }: Asked, { use, judgement }: Line): boolean {
  return (
    (!supplier || use.supplierId === supplier) &&
    (!controllers || (use.controllerOrgUnitId !== undefined && controllers.has(use.controllerOrgUnitId))) &&
    (!statuses || statuses.includes(judgement.status)) &&
    seesUse(actor, use)
  )
}

/** Processors that notifications name and the register does not hold. */
async function unlisted(walk: Walk, place: Place): Promise<Place | undefined> {
  const { reading, asked } = walk
  if (asked.supplier) return undefined
  const { items, more } = await reading.listings.unlisted({ after: place.at, limit: 50 })
  const facts = await reading.neighbours.many(
    'activity',
    items.map(({ id }) => id),
  )
  let at = place.at
  let skip = place.skip
  for (const { id, position } of items) {
    const activity = facts.find((one) => one.id === id)
    const uses = activity ? usesOfActivity(activity, asked.actor.tree).filter((use) => !use.supplierId) : []
    walk.left--
    const given = add(walk, uses, skip, undefined, [])
    if (given !== undefined) return { phase: 'unlisted', at, link: '', skip: given }
    at = position
    skip = 0
    if (walk.lines.length >= asked.limit || walk.left <= 0) return { phase: 'unlisted', at, link: '', skip: 0 }
  }
  return more ? { phase: 'unlisted', at, link: '', skip: 0 } : undefined
}

/** Activities as they were on a past day, in today's order of names. */
async function pastActivities(walk: Walk, place: Place): Promise<Place | undefined> {
  const { reading, asked } = walk
  const { neighbours, listings } = reading
  const { items, more } = await listings.activitiesThen({ after: place.at, limit: 50, time: asked.time ?? '' })
  const uses = items.map(({ facts }) => (facts ? usesOfActivity(facts, asked.actor.tree) : []))
  const ids = [...new Set(uses.flat().flatMap(({ supplierId }) => supplierId ?? []))]
  const known = new Map((await neighbours.many('supplier', ids)).map((one) => [one.id, one]))
  const agreements = await agreementsOf(neighbours, ids)
  let at = place.at
  let skip = place.skip
  for (const [index, { position }] of items.entries()) {
    walk.left--
    for (const [nth, use] of uses[index]!.entries()) {
      if (nth < skip) continue
      const supplier = use.supplierId ? known.get(use.supplierId) : undefined
      const given = add(walk, [use], 0, supplier, agreements.get(use.supplierId ?? '') ?? [])
      if (given !== undefined) return { phase: 'past', at, link: '', skip: nth }
    }
    at = position
    skip = 0
    if (walk.lines.length >= asked.limit || walk.left <= 0) return { phase: 'past', at, link: '', skip: 0 }
  }
  return more ? { phase: 'past', at, link: '', skip: 0 } : { phase: 'suppliers', at: '', link: '', skip: 0 }
}

async function agreementsOf(
  neighbours: Neighbours,
  suppliers: readonly string[],
): Promise<Map<string, AgreementFacts[]>> {
  const links = await Promise.all(suppliers.map((id) => neighbours.incoming('supplier', id, 'supplierId')))
  const found = await neighbours.many(
    'agreement',
    links
      .flat()
      .filter(isAgreement)
      .map(({ id }) => id),
  )
  return new Map(suppliers.map((id) => [id, found.filter(({ data }) => data.supplierId === id)]))
}
