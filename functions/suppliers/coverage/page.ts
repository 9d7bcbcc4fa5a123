import type { Actor, OrgTree } from '../../register/actor.ts'
import type { Use } from '../coverage.ts'
import type { AgreementFacts, SupplierFacts } from '../facts.ts'
import type { Neighbours, PresentNeighbours } from '../neighbours.ts'
import type { CoverageStatus } from '../vocabulary.ts'
import type { Known } from './known.ts'
import { lineOf, type Line } from './item.ts'
import type { Listings } from './listings.ts'
import { seesUse } from './sight.ts'

/** What is asked of coverage. */
export interface Asked {
  /** Calendar day that it is judged on. */
  day: string
  /** RFC 3339 UTC; given for a day in the past, when everything is taken as it was then. */
  time?: string
  supplier?: string
  /** Controllers, with units below when the caller wants them. */
  controllers?: ReadonlySet<string>
  statuses?: readonly CoverageStatus[]
  limit: number
  cursor?: string
  actor: Actor
  /** The organisation of the day: who is controller of what. What the caller may see follows today's. */
  tree: OrgTree
}

export interface Reading {
  neighbours: PresentNeighbours
  listings: Listings
}

/** One request's walk over coverage. */
export interface Walk {
  neighbours: Neighbours
  listings: Listings
  asked: Asked
  known: Known
  lines: Line[]
  /** Records that it may still look at. */
  left: number
}

/** Records that one request looks at, at most; then it answers with where it came to. */
export const budgetOfRecords = 250

/** Whether the page is full, or the request has looked at enough. */
export function isDone({ lines, asked, left }: Walk): boolean {
  return lines.length >= asked.limit || left <= 0
}

/** Adds the lines of one record from `skip` on; answers how many it has given when the page is full before its end. */
export function addLines(
  { asked, lines }: Walk,
  uses: readonly Use[],
  skip: number,
  supplier?: SupplierFacts,
  agreements: readonly AgreementFacts[] = [],
): number | undefined {
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
