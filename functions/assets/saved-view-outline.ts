import type { Actor } from '../register/actor.ts'
import type { Outline } from '../register/outline.ts'
import type { Snapshot } from '../register/record.ts'
import type { SavedViewData } from './saved-view.ts'
import { plainOutline } from './work-kind.ts'

/** Facet value of views that everybody sees. */
const everybody = 'everybody'

/** How saved views are read. */
export const savedViewOutline: Outline<SavedViewData> = {
  ...plainOutline<SavedViewData>(),
  name: 'savedView',
  plural: 'saved-views',
  prefix: 'viw',
  states: ['active', 'removed'],
  hidden: ['removed'],
  policy: {
    view: (actor, snapshot) => (owns(actor, snapshot) || snapshot.newest.data.shared ? 'newest' : undefined),
    create: () => true,
    edit: owns,
    secret: () => true,
    main: (actor) => ({ units: [], people: [actor.personId, everybody] }),
  },
  sortName: (record) => record.data.name,
  summary: ['name', 'address', 'shared'],
  facets: ({ createdBy, data }) => ({ person: [createdBy, ...(data.shared ? [everybody] : [])] }),
  filters: {},
  sorts: ['name', 'updatedAt'],
}

/** Whoever saved it. */
export function owns(actor: Actor, { newest }: Snapshot<SavedViewData>): boolean {
  return newest.createdBy === actor.personId
}
