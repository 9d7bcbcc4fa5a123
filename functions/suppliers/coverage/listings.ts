import { idAt, keys } from '../../register/keys.ts'
import type { Store } from '../../store/store.ts'

/** Where a record stands in a list. */
export interface Listed {
  id: string
  position: string
}

interface Range {
  after: string
  limit: number
}

/** The lists that coverage is walked in, in the order of names. */
export interface Listings {
  /** All suppliers, after one place, or from one on. */
  suppliers(range: Range & { from?: string }): Promise<{ items: Listed[]; more: boolean }>
  /** Activities that name a processor that is not in the register: those in force, or those being worked on. */
  unlisted(range: Range & { set?: 'main' | 'work' }): Promise<{ items: Listed[]; more: boolean }>
  /** Agreements of a type; there are few of those that are asked for so. */
  agreementsOfType(type: string): Promise<string[]>
  /** Activities that ever were in force. */
  activities(range: Range): Promise<{ items: Listed[]; more: boolean }>
}

/** The facet of an activity with processors that are not in the register, and its one value. */
export const unlistedFacet = { facet: 'unlisted', value: 'supplier' } as const

const activityKind = { prefix: 'act' }
const supplierKind = { prefix: 'sup' }
const agreementKind = { prefix: 'agr' }

/** The lists as the store keeps them. */
export function createListings(store: Store): Listings {
  async function page(pk: string, { after, limit }: Range): Promise<{ items: Listed[]; more: boolean }> {
    const { items, next } = await store.query(pk, { limit, ...(after && { after }) })
    return { items: items.map(({ sk }) => ({ id: idAt(sk), position: sk })), more: next !== undefined }
  }

  return {
    suppliers: async ({ from, ...range }) => {
      const pk = keys.list(supplierKind, 'main', 'all')
      if (!from) return page(pk, range)
      const first = { id: idAt(from), position: from }
      const rest = await page(pk, { ...range, after: from })
      return { items: [first, ...rest.items], more: rest.more }
    },
    unlisted: ({ set = 'main', ...range }) =>
      page(keys.list(activityKind, set, `${unlistedFacet.facet}=${unlistedFacet.value}`), range),
    agreementsOfType: async (type) => {
      const { items } = await page(keys.list(agreementKind, 'main', `type=${type}`), { after: '', limit: 1000 })
      return items.map(({ id }) => id)
    },
    activities: (range) => page(keys.list(activityKind, 'main', 'all'), range),
  }
}
