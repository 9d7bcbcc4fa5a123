import * as z from 'zod/mini'
import { holds, holdsAnywhere, unitsOf, type Actor, type OrgNode } from '../../../functions/register/actor.ts'
import { defineKind } from '../../../functions/register/kind.ts'
import type { View } from '../../../functions/register/outline.ts'
import type { Snapshot } from '../../../functions/register/record.ts'

/** A kind that uses everything the engine offers: papers that are drafted, filed and taken out of force. */
export interface Paper {
  name?: string
  code?: string
  shelf?: string
  unitId?: string
  topics?: string[]
  sources?: string[]
  secret?: string
  pages?: number
  dueDate?: string
  filedBy?: string
  length?: number
  secrecyMarks?: { fieldPath: string; provision: string }[]
}

const text = z.string().check(z.maxLength(400))
const nodes: { [id: string]: OrgNode } = {
  root: { id: 'root', kind: 'principal', name: 'Root' },
  north: { id: 'north', parentId: 'root', kind: 'unit', name: 'North' },
  south: { id: 'south', parentId: 'root', kind: 'unit', name: 'South' },
}
const tree: Actor['tree'] = {
  node: (id) => nodes[id],
  path: (id) => (nodes[id] ? (id === 'root' ? ['root'] : [id, 'root']) : []),
  below: (id) => (id === 'root' ? ['root', 'north', 'south'] : nodes[id] ? [id] : []),
}

/** A person who holds these roles over a unit, the root when none is named. */
export function person(personId: string, roles: readonly string[] = [], scopeOrgUnitId = 'root'): Actor {
  return { personId, language: 'sv', tree, grants: roles.map((role) => ({ role, scopeOrgUnitId })) }
}

/** Edits everything and reads secrets; the clerk does not read secrets, the reader sees what is in force. */
export const editor = person('editor', ['editor', 'secretary'])
export const clerk = person('clerk', ['editor'])
export const northern = person('northern', ['editor'], 'north')
export const reader = person('reader')
export const product: Actor = { ...person('product'), system: true }

const edits = (actor: Actor, { newest }: Snapshot<Paper>): boolean =>
  holds(actor, 'editor', newest.data.unitId ?? 'root') || newest.createdBy === actor.personId

function views({ newest, registered }: Snapshot<Paper>): View<Paper>[] {
  const main: View<Paper>[] = registered ? [{ set: 'main', record: registered }] : []
  return registered?.revision === newest.revision ? main : [...main, { set: 'work', record: newest }]
}

export const paper = defineKind<Paper>({
  name: 'paper',
  plural: 'papers',
  prefix: 'pap',
  number: { series: () => 'P', format: (sequence) => `P-${sequence}`, when: 'first-submit' },
  schema: z.strictObject({
    name: z.optional(text),
    code: z.optional(text),
    shelf: z.optional(z.enum(['red', 'green', 'blue'])),
    unitId: z.optional(text),
    topics: z.optional(z.array(text).check(z.maxLength(60))),
    sources: z.optional(z.array(text).check(z.maxLength(120))),
    secret: z.optional(text),
    pages: z.optional(z.int().check(z.maximum(100_000))),
    dueDate: z.optional(z.iso.date()),
    filedBy: z.optional(text),
    length: z.optional(z.int()),
    secrecyMarks: z.optional(z.array(z.strictObject({ fieldPath: text, provision: text }))),
  }),
  initial: 'draft',
  states: ['draft', 'filed', 'revision', 'closed'],
  editable: ['draft', 'revision'],
  managed: ['filedBy'],
  secrets: { secret: 'OSL 18:8' },
  transitions: {
    number: { from: ['draft'], who: edits, apply: () => ({ numbers: true }) },
    file: {
      from: ['draft', 'revision'],
      who: edits,
      requires: ({ snapshot }) =>
        snapshot.newest.data.name ? [] : [{ pointer: '/name', rule: 'name', source: 'test' }],
      apply: ({ actor }) => ({ state: 'filed', registers: true, numbers: true, data: { filedBy: actor.personId } }),
    },
    revise: { from: ['filed'], who: edits, apply: () => ({ state: 'revision' }) },
    discard: {
      from: ['revision'],
      who: edits,
      apply: ({ snapshot: { newest, registered } }) => {
        const cleared = Object.fromEntries(Object.keys(newest.data).map((field) => [field, undefined]))
        return { state: 'filed', registers: true, proposed: null, data: { ...cleared, ...registered?.data } }
      },
    },
    propose: {
      from: ['filed'],
      who: edits,
      input: z.strictObject({ why: z.string() }),
      apply: ({ actor, context, input }) => ({
        registers: true,
        proposed: { transition: 'close', by: actor.personId, at: context.now, data: input },
        remarks: [{ id: 'one', text: 'why?', at: context.now, by: actor.personId }],
      }),
    },
    close: { from: ['filed'], who: edits, apply: () => ({ state: 'closed', registers: true, ends: true }) },
    giveAway: { from: ['draft'], who: edits, apply: () => ({ data: { unitId: 'south' }, editorial: true }) },
  },
  policy: {
    view: (actor, snapshot) => (edits(actor, snapshot) ? 'newest' : snapshot.registered && 'registered'),
    create: (actor, data) => holds(actor, 'editor', data.unitId ?? 'root') || actor.personId === 'author',
    edit: edits,
    secret: (actor, record) => holds(actor, 'secretary', record.data.unitId ?? 'root'),
    findsSecrets: (actor) => holdsAnywhere(actor, 'secretary'),
    work: (actor) => ({ units: unitsOf(actor, 'editor'), people: [actor.personId] }),
    listed: (actor, _set, row) => row.facets['shelf']?.[0] !== 'blue' || holdsAnywhere(actor, 'editor'),
  },
  orgUnitId: (data) => data.unitId,
  check: (data) => (data.name === 'forbidden' ? [{ pointer: '/name', code: 'national-id' }] : []),
  checkText: (words) => (words.includes('forbidden') ? [{ pointer: '', code: 'national-id' }] : []),
  derive: (data) => ({ length: data.name?.length }),
  missing: ({ newest }) => (newest.data.name ? [] : [{ pointer: '/name', rule: 'name', source: 'test' }]),
  views,
  sortName: ({ data }) => data.name ?? '',
  summary: ['name', 'shelf', 'unitId', 'pages'],
  facets: ({ state, createdBy, data }) => ({
    state: [state],
    unit: [data.unitId ?? 'root'],
    person: [createdBy],
    ...(data.shelf && { shelf: [data.shelf] }),
    topic: data.topics ?? [],
    ...(data.dueDate && { marked: ['yes'] }),
  }),
  partitions: { main: ['state', 'unit', 'shelf', 'topic'], work: ['unit', 'person'] },
  unsteady: ['topic'],
  filters: {
    state: { type: 'facet', values: ['draft', 'filed', 'revision', 'closed'] },
    orgUnit: { type: 'unit', of: 'unit' },
    shelf: { type: 'facet' },
    topic: { type: 'facet' },
    marked: { type: 'facet', values: ['yes', 'no'] },
    dueBefore: { type: 'dueBefore', of: 'review' },
  },
  sorts: ['name', 'number', 'pages', 'updatedAt'],
  secretTexts: ({ data }) => [data.secret],
  secretExact: ({ data }) => [data.secret],
  texts: ({ number, data, names }) => [number, data.name, data.code, data.secret, ...Object.values(names ?? {})],
  exact: ({ number, data }) => [number, data.code],
  links: (data) => [
    ...(data.sources ?? []).map((id, at) => ({
      rel: 'source',
      pointer: `/sources/${at}`,
      kind: 'paper',
      id,
      checked: true,
    })),
    ...(data.unitId?.startsWith('pap')
      ? [{ rel: 'unit', pointer: '/unitId', kind: 'paper', id: data.unitId, checked: false }]
      : []),
  ],
  due: ({ data }) => (data.dueDate ? [{ what: 'review', date: data.dueDate }] : []),
  unique: ({ data }) => (data.code ? [{ scope: 'paper', value: data.code }] : []),
  hidden: ['closed'],
  datable: true,
  needsRegistration: true,
  touches: ['papers'],
})
