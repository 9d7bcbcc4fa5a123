import * as z from 'zod/mini'
import { defineKind } from '../register/kind.ts'
import { counts, stockTakeOutline } from './stock-take-outline.ts'
import { plainKind } from './work-kind.ts'

/** One thing that somebody has seen: what was read or written, and the asset that it is, when there is one. */
export interface CountedThing {
  code: string
  assetId?: string
  /** RFC 3339. */
  at: string
  by: string
}

/** A walk through a unit with the inventory in hand. */
export interface StockTakeData {
  name?: string
  orgUnitId: string
  note?: string
  counted?: CountedThing[]
  closedAt?: string
}

/** Things that one stock-take holds; a larger unit is walked in parts. */
const countedLimit = 3000
/** Things that are counted in one go. */
export const batchLimit = 200

const id = z.string().check(z.regex(/^[a-z]+_[0-9A-Za-z]{1,40}$/))
const code = z.string().check(z.minLength(1), z.maxLength(200))
const thing = z.strictObject({ code, assetId: z.optional(id), at: z.string(), by: id })

const schema = z.lazy(() =>
  z.strictObject({
    name: z.optional(z.string().check(z.minLength(1), z.maxLength(120))),
    orgUnitId: id,
    note: z.optional(z.string().check(z.maxLength(2000))),
    counted: z.optional(z.array(thing).check(z.maxLength(countedLimit))),
    closedAt: z.optional(z.iso.date()),
  }),
)

const countInput = z.strictObject({
  things: z.array(z.strictObject({ code, assetId: z.optional(id) })).check(z.minLength(1), z.maxLength(batchLimit)),
})

export const stockTake = defineKind<StockTakeData>({
  ...stockTakeOutline,
  ...plainKind<StockTakeData>(),
  schema,
  initial: 'open',
  editable: ['open'],
  managed: ['counted', 'closedAt'],
  transitions: {
    count: {
      from: ['open'],
      who: counts,
      input: countInput as unknown as z.ZodMiniType<{ [field: string]: unknown }>,
      requires: ({ snapshot, input }) => {
        const more = (input['things'] as object[]).length + (snapshot.newest.data.counted ?? []).length
        return more > countedLimit ? [{ pointer: '/counted', rule: 'stockTakeFull', source: '' }] : []
      },
      apply: ({ snapshot, input, actor, context }) => {
        const seen = snapshot.newest.data.counted ?? []
        const things = (input['things'] as { code: string; assetId?: string }[]).filter(
          (one, at, all) => !isSeen(seen, one) && all.findIndex((other) => isSame(one, other)) === at,
        )
        return {
          data: { counted: [...seen, ...things.map((one) => ({ ...one, at: context.now, by: actor.personId }))] },
        }
      },
    },
    close: {
      from: ['open'],
      who: counts,
      apply: ({ context }) => ({ state: 'closed', data: { closedAt: context.today } }),
    },
    reopen: { from: ['closed'], who: counts, apply: () => ({ state: 'open' }) },
  },
  orgUnitId: (data) => data.orgUnitId,
})

function isSeen(seen: readonly CountedThing[], thing: { code: string; assetId?: string }): boolean {
  return seen.some((one) => isSame(one, thing))
}

function isSame(one: { code: string; assetId?: string }, other: { code: string; assetId?: string }): boolean {
  return one.assetId ? one.assetId === other.assetId : !other.assetId && one.code === other.code
}
