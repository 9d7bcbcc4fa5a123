import { type Actor, holds } from '../register/actor.ts'
import type { Outline } from '../register/outline.ts'
import type { Snapshot } from '../register/record.ts'
import type { StockTakeData } from './stock-take.ts'
import { plainOutline } from './work-kind.ts'

/** How stock-takes are read. */
export const stockTakeOutline: Outline<StockTakeData> = {
  ...plainOutline<StockTakeData>(),
  name: 'stockTake',
  plural: 'stock-takes',
  prefix: 'stk',
  states: ['open', 'closed'],
  hidden: [],
  policy: {
    view: () => 'newest',
    create: (actor, data) => answersFor(actor, data.orgUnitId),
    edit: counts,
    secret: () => true,
  },
  links: (data) => [{ rel: 'orgUnitId', pointer: '/orgUnitId', kind: 'orgUnit', id: data.orgUnitId, checked: false }],
  sortName: (record) => record.data.name ?? record.createdAt,
  summary: ['name', 'orgUnitId', 'closedAt'],
  facets: ({ state, data }) => ({ state: [state], unit: [data.orgUnitId] }),
  filters: { state: { type: 'facet', values: ['open', 'closed'] }, orgUnit: { type: 'unit', of: 'unit' } },
  sorts: ['name', 'updatedAt'],
}

/** Whoever began it, and who answers for the unit. */
export function counts(actor: Actor, { newest }: Snapshot<StockTakeData>): boolean {
  return newest.createdBy === actor.personId || answersFor(actor, newest.data.orgUnitId)
}

/** Who keeps the inventory, and who answers for the unit. */
function answersFor(actor: Actor, orgUnitId: string): boolean {
  return ['itAssetManager', 'medTechManager', 'unitManager', 'itCoordinator'].some((role) =>
    holds(actor, role, orgUnitId),
  )
}
