import { type Actor, holdsAnywhere, holdsOnly } from '../../register/actor.ts'
import type { Outline } from '../../register/outline.ts'
import type { Snapshot } from '../../register/record.ts'
import { plainOutline } from '../work-kind.ts'
import type { ReorganisationData } from './plan.ts'

const keepers = ['itAssetManager', 'medTechManager']
const planners = [...keepers, 'itCoordinator', 'systemOwner']

/** How planned reorganisations are read. */
export const reorganisationOutline: Outline<ReorganisationData> = {
  ...plainOutline<ReorganisationData>(),
  name: 'reorganisation',
  plural: 'reorganisations',
  prefix: 'rea',
  states: ['planned', 'underWay', 'done', 'stopped', 'cancelled'],
  hidden: [],
  policy: {
    view: (actor) => (holdsOnly(actor, 'platformAdmin') ? undefined : 'newest'),
    create: (actor) => planners.some((role) => holdsAnywhere(actor, role)),
    edit: decides,
    secret: () => true,
    main: (actor) => (holdsOnly(actor, 'platformAdmin') ? 'none' : 'all'),
  },
  links: ({ from, to }) =>
    Object.entries({ from, to }).map(([rel, unit]) => ({
      rel,
      pointer: `/${rel}`,
      kind: 'orgUnit',
      id: unit,
      checked: false,
    })),
  sortName: ({ data }) => data.at,
  summary: ['from', 'to', 'at', 'comment', 'preview', 'outcome'],
  facets: ({ state, data }) => ({ state: [state], unit: [data.from, data.to] }),
  filters: {
    state: { type: 'facet', values: ['planned', 'underWay', 'done', 'stopped', 'cancelled'] },
    orgUnit: { type: 'unit', of: 'unit' },
  },
  sorts: ['name', 'updatedAt'],
}

/** Whoever planned it, and the keepers of the inventory. */
export function decides(actor: Actor, { newest }: Snapshot<ReorganisationData>): boolean {
  return newest.createdBy === actor.personId || keepers.some((role) => holdsAnywhere(actor, role))
}
