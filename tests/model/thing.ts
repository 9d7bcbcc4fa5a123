import * as z from 'zod/mini'
import { holdsAnywhere, type Actor, type OrgNode } from '../../functions/register/actor.ts'
import { defineKind } from '../../functions/register/kind.ts'
import type { View } from '../../functions/register/outline.ts'
import type { Snapshot } from '../../functions/register/record.ts'

/** A kind that uses everything the engine offers, small enough to hold a plain model of it beside. */
export interface Thing {
  name?: string
  code?: string
  colour?: 'red' | 'green'
  unitId?: string
  parentIds?: string[]
  secret?: string
  approvedBy?: string
}

const text = z.string().check(z.maxLength(40))
const units = ['root', 'north', 'south']
const nodes: { [id: string]: OrgNode } = {
  root: { id: 'root', kind: 'principal', name: 'Root' },
  north: { id: 'north', parentId: 'root', kind: 'unit', name: 'North' },
  south: { id: 'south', parentId: 'root', kind: 'unit', name: 'South' },
}
const tree: Actor['tree'] = {
  node: (id) => nodes[id],
  path: (id) => (nodes[id] ? (id === 'root' ? ['root'] : [id, 'root']) : []),
  below: (id) => (id === 'root' ? units : nodes[id] ? [id] : []),
}

function person(personId: string, role?: string): Actor {
  return { personId, language: 'sv', tree, grants: role ? [{ role, scopeOrgUnitId: 'root' }] : [] }
}

/** `editor` works on everything, `local` only on the unit north and without secrets, `reader` sees what is in force. */
export const actors = {
  editor: person('editor', 'editor'),
  approver: person('approver', 'approver'),
  local: person('local', 'local'),
  reader: person('reader'),
}
export type ActorName = keyof typeof actors

const seesAll = (actor: Actor) => holdsAnywhere(actor, 'editor') || holdsAnywhere(actor, 'approver')
const isLocal = (actor: Actor, { newest }: Snapshot<Thing>) =>
  holdsAnywhere(actor, 'local') && newest.data.unitId === 'north'
const mayEdit = (actor: Actor, snapshot: Snapshot<Thing>) => holdsAnywhere(actor, 'editor') || isLocal(actor, snapshot)
const isApprover = (actor: Actor) => holdsAnywhere(actor, 'approver')
const nameMissing = (data: Thing) => (data.name ? [] : [{ pointer: '/name', rule: 'name', source: 'model' }])

export const thing = defineKind<Thing>({
  name: 'thing',
  plural: 'things',
  prefix: 'thg',
  number: { series: () => 'T', format: (sequence) => `T-${sequence}`, when: 'first-submit' },
  schema: z.strictObject({
    name: z.optional(text),
    code: z.optional(text),
    colour: z.optional(z.enum(['red', 'green'])),
    unitId: z.optional(text),
    parentIds: z.optional(z.array(text).check(z.maxLength(3))),
    secret: z.optional(text),
    approvedBy: z.optional(text),
  }),
  initial: 'draft',
  states: ['draft', 'submitted', 'registered', 'revision', 'ended'],
  editable: ['draft', 'revision'],
  managed: ['approvedBy'],
  secrets: { secret: 'OSL 18:8' },
  transitions: {
    submit: {
      from: ['draft'],
      who: mayEdit,
      requires: ({ snapshot }) => nameMissing(snapshot.newest.data),
      apply: () => ({ state: 'submitted', numbers: true }),
    },
    register: {
      from: ['submitted', 'revision'],
      who: isApprover,
      requires: ({ snapshot }) => nameMissing(snapshot.newest.data),
      apply: ({ actor }) => ({ state: 'registered', registers: true, data: { approvedBy: actor.personId } }),
    },
    revise: { from: ['registered'], who: mayEdit, apply: () => ({ state: 'revision' }) },
    discard: {
      from: ['revision'],
      who: mayEdit,
      apply: ({ snapshot }) => {
        const cleared = Object.fromEntries(Object.keys(snapshot.newest.data).map((field) => [field, undefined]))
        return { state: 'registered', registers: true, data: { ...cleared, ...snapshot.registered?.data } }
      },
    },
    end: {
      from: ['registered'],
      who: isApprover,
      input: z.strictObject({ reason: z.string().check(z.minLength(1)) }),
      apply: () => ({ state: 'ended', registers: true, ends: true }),
    },
  },
  policy: {
    view(actor, snapshot) {
      if (seesAll(actor) || isLocal(actor, snapshot)) return 'newest'
      return snapshot.registered && 'registered'
    },
    create: (actor, data) =>
      holdsAnywhere(actor, 'editor') || (holdsAnywhere(actor, 'local') && data.unitId === 'north'),
    edit: mayEdit,
    secret: seesAll,
    work(actor) {
      if (seesAll(actor)) return 'all'
      return holdsAnywhere(actor, 'local') ? { units: ['north'], people: [] } : 'none'
    },
  },
  orgUnitId: (data) => data.unitId,
  missing: ({ newest }) => (['draft', 'revision'].includes(newest.state) ? nameMissing(newest.data) : []),
  views({ newest, registered }): View<Thing>[] {
    const main: View<Thing>[] = registered ? [{ set: 'main', record: registered }] : []
    return registered?.revision === newest.revision ? main : [...main, { set: 'work', record: newest }]
  },
  sortName: ({ data }) => data.name ?? '',
  summary: ['name', 'colour'],
  facets: ({ state, data }) => ({
    state: [state],
    colour: data.colour ? [data.colour] : [],
    unit: data.unitId ? [data.unitId] : [],
  }),
  filters: {
    state: { type: 'facet', values: ['draft', 'submitted', 'registered', 'revision', 'ended'] },
    colour: { type: 'facet' },
    unit: { type: 'unit' },
  },
  sorts: ['name', 'number', 'updatedAt'],
  texts: ({ data, names }) => [data.name, data.code, data.secret, ...Object.values(names ?? {})],
  exact: ({ number }) => [number],
  links: (data) =>
    (data.parentIds ?? []).map((id, index) => ({
      rel: 'parent',
      pointer: `/parentIds/${index}`,
      kind: 'thing',
      id,
      checked: true,
    })),
  due: () => [],
  unique: ({ data }) => (data.code ? [{ scope: 'thing', value: data.code }] : []),
  hidden: ['ended'],
  datable: true,
  needsRegistration: true,
})
