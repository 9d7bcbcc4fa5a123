import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from '../../functions/processing/calendar.ts'
import type { AgreementData } from '../../functions/suppliers/agreement-data.ts'
import { createListings } from '../../functions/suppliers/coverage/listings.ts'
import { walkCoverage } from '../../functions/suppliers/coverage/walk.ts'
import { createNeighbours } from '../../functions/suppliers/neighbours.ts'
import { memoryStore } from '../support/memory-store.ts'
import { actorWith, orgTree } from '../support/org-tree.ts'
import { day, type RandomRegister, randomRegister, storedItems, today } from './random-register.ts'

interface Seen {
  used: string
  supplier: string
  controller: string
  status: string
  agreement: string
}

/**
 * The agreements as they bound on a day: what is being amended does not count yet; of a past day as they were saved then, or, when
 * they were signed by then but came into the register later, as they first came into it.
 */
function agreementsOn({ agreements }: RandomRegister, on: string) {
  return agreements.flatMap(({ id, versions }) => {
    const settled = versions.filter(({ state }) => state !== 'amending')
    const known = on < today ? settled.filter(({ from }) => from <= on) : settled
    const unknown = settled.slice(known.length)
    const then = known.at(-1)
    const late = unknown.find(({ data }) => data.signedAt !== undefined && data.signedAt <= on)
    const found = then?.data.signedAt === undefined ? (late ?? then) : then
    return found ? [{ id, data: found.data }] : []
  })
}

/** Coverage by looking at everything, straight from domain model 10.28. */
function bruteForce(register: RandomRegister, on: string): Seen[] {
  const { activities, assets } = register
  const agreements = agreementsOn(register, on)
  const boardOf = (unit: string | undefined) =>
    unit === 'org_hjarta' ? 'org_hsn' : unit === 'org_it' ? 'org_rs' : undefined
  const pubs = agreements.filter(({ data }) => data.type === 'pub' && !data.weAreProcessor)
  const endOf = (data: AgreementData): string => {
    let end = data.validTo ?? '9999-12-31'
    if (data.renewal === 'tacit' && data.renewalMonths && data.validTo) {
      for (let k = 1; end < on; k++) end = addMonths(data.validTo, k * data.renewalMonths)
      return data.terminationAt ?? end
    }
    return data.terminationAt && data.terminationAt < end ? data.terminationAt : end
  }
  const startOf = ({ signedAt, validFrom }: { signedAt?: string; validFrom?: string }) =>
    signedAt === undefined ? '9999-12-31' : [signedAt, validFrom ?? ''].sort().at(-1)!
  const seen = (used: string, supplier: string | undefined, name: string, controller: string | undefined): Seen => {
    const line = (status: string, agreement = '') => ({
      used,
      supplier: supplier ?? name,
      controller: controller ?? '',
      status,
      agreement,
    })
    if (!supplier || !controller) return line('missing')
    const own = pubs.filter(({ data }) => data.supplierId === supplier)
    const mine = own.filter(({ data }) => data.controllerOrgUnitIds.includes(controller))
    const holds = (one: (typeof own)[number]) => startOf(one.data) <= on && on <= endOf(one.data)
    const best = (list: typeof own) =>
      list.toSorted((a, b) => {
        const age = ({ id, data }: typeof a) => `${data.signedAt ?? ''} ${data.validFrom ?? ''} ${id}`
        return age(a) < age(b) ? 1 : -1
      })[0]
    const covering = best(mine.filter(holds))
    if (covering) return line('covered', covering.id)
    const coming = best(mine.filter(({ data }) => data.signedAt && startOf(data) > on))
    if (coming) return line('notYetValid', coming.id)
    const ended = best(mine.filter(({ data }) => data.signedAt))
    if (ended) return line('expired', ended.id)
    const other = best(own.filter(holds))
    return other ? line('wrongController', other.id) : line('missing', best(mine)?.id ?? '')
  }
  return [
    ...activities.flatMap(({ id, versions }) => {
      const at = on < today ? on : today
      const data = versions.filter(({ from }) => from <= at).at(-1)?.data
      const controller =
        (data?.registerRole === 'processor' ? undefined : data?.controllerOrgUnitId) ?? boardOf(data?.orgUnitId)
      const named = (data?.processors ?? []).map(({ supplierId, name }) => ({ supplierId, name: name ?? '' }))
      const distinct = [...new Map(named.map((one) => [one.supplierId ?? one.name, one])).values()]
      return distinct.map(({ supplierId, name }) => seen(id, supplierId, name, controller))
    }),
    ...assets.flatMap(({ id, versions }) => {
      const found = on < today ? versions.filter(({ from }) => from <= on).at(-1) : versions.at(-1)
      if (!found) return []
      const { state, data } = found
      if (state !== 'inOperation' || data.personalData !== 'yes') return []
      const boards = [...new Set(data.usingOrgUnitIds.map(boardOf))]
      const handling = data.supplierIds.filter((one) => one.processesPersonalData).map((one) => one.supplierId)
      return [...new Set(handling)].flatMap((supplierId) =>
        (boards.length > 0 ? boards : [undefined]).map((board) => seen(id, supplierId, '', board)),
      )
    }),
  ]
}

async function walked(register: RandomRegister, on: string, limit: number, more: object = {}): Promise<Seen[]> {
  const store = memoryStore(storedItems(register))
  const reading = { neighbours: createNeighbours(store), listings: createListings(store) }
  const actor = { ...actorWith(), system: true, tree: orgTree }
  const time = on < today ? { time: `${on}T22:59:59.999Z` } : {}
  const found: Seen[] = []
  for (let cursor: string | undefined, pages = 0; pages < 500; pages++) {
    const page = await walkCoverage(reading, {
      day: on,
      ...time,
      limit,
      actor,
      tree: actor.tree,
      ...(cursor && { cursor }),
      ...more,
    })
    expect(page.lines.length).toBeLessThanOrEqual(limit)
    found.push(
      ...page.lines.map(({ use, judgement }) => ({
        used: use.usedBy.id,
        supplier: use.supplierId ?? use.supplierName ?? '',
        controller: use.controllerOrgUnitId ?? '',
        status: judgement.status,
        agreement: judgement.agreement?.id ?? '',
      })),
    )
    if (!page.next) return found
    cursor = page.next
  }
  throw new Error('never ends')
}

const inOrder = (list: Seen[]) => list.map((one) => JSON.stringify(one)).sort()

describe('coverage', () => {
  it('is what looking at everything gives, on any day, in pages of any size, in a thousand registers', async () => {
    await fc.assert(
      fc.asyncProperty(randomRegister, day, fc.integer({ min: 1, max: 7 }), async (register, on, limit) => {
        expect(inOrder(await walked(register, on, limit))).toEqual(inOrder(bruteForce(register, on)))
      }),
      { numRuns: 1000 },
    )
  }, 60_000)

  it('is the same narrowed to a supplier, to a status or to a controller', async () => {
    const narrowed = fc.constantFrom(
      { supplier: 'sup_2' },
      { statuses: ['missing', 'expired'] as const },
      { controllers: new Set(['org_hsn']) },
    )
    await fc.assert(
      fc.asyncProperty(randomRegister, day, narrowed, async (register, on, filter) => {
        const expected = bruteForce(register, on).filter(
          (one) =>
            (!('supplier' in filter) || one.supplier === filter.supplier) &&
            (!('statuses' in filter) || (filter.statuses as readonly string[]).includes(one.status)) &&
            (!('controllers' in filter) || !!filter.controllers?.has(one.controller)),
        )
        expect(inOrder(await walked(register, on, 3, filter))).toEqual(inOrder(expected))
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})
