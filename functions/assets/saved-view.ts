import * as z from 'zod/mini'
import type { Actor } from '../register/actor.ts'
import { defineKind, type Snapshot } from '../register/kind.ts'
import { plainKind, plainOutline } from './work-kind.ts'

/** A list as somebody wants to see it again: its address, with filters and order. Only its owner changes it. */
export interface SavedViewData {
  name: string
  /** Path and query within the product, e.g. `/tillgangar?state=inOperation`. */
  address: string
  /** Everybody sees it among the views. */
  shared?: boolean
}

/** Facet value of views that everybody sees. */
const everybody = 'everybody'

const schema = z.lazy(() =>
  z.strictObject({
    name: z.string().check(z.minLength(1), z.maxLength(80), z.regex(/^\S(?:.*\S)?$/)),
    address: z.string().check(z.maxLength(2000), z.regex(/^\/(?![/\\])[^\s\\]*$/)),
    shared: z.optional(z.boolean()),
  }),
)

export const savedView = defineKind<SavedViewData>({
  ...plainOutline<SavedViewData>(),
  ...plainKind<SavedViewData>(),
  name: 'savedView',
  plural: 'saved-views',
  prefix: 'viw',
  schema,
  initial: 'active',
  states: ['active', 'removed'],
  editable: ['active'],
  hidden: ['removed'],
  transitions: { remove: { from: ['active'], who: owns, apply: () => ({ state: 'removed' }) } },
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
})

function owns(actor: Actor, { newest }: Snapshot<SavedViewData>): boolean {
  return newest.createdBy === actor.personId
}
