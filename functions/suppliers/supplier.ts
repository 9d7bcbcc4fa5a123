import organisationsnummer from 'organisationsnummer'
import * as z from 'zod/mini'
import { type Actor, holdsAnywhere } from '../register/actor.ts'
import { defineKind } from '../register/kind.ts'
import { line } from './field.ts'
import { readsContents } from './policy.ts'

const schema = z.strictObject({
  name: line(120).check(z.minLength(2)),
  otherNames: z.optional(z.array(line(120)).check(z.maxLength(10))),
  orgNumber: z.optional(line(40)),
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
})

export type SupplierData = z.infer<typeof schema>

// The package's types describe a default export that its CommonJS build does not wrap.
const orgNumbers = organisationsnummer as unknown as typeof organisationsnummer.default

const buys = (actor: Actor) => holdsAnywhere(actor, 'contractOwner')

/** Somebody outside the organisation who delivers to it; enough to be linked from a processing activity. */
export const supplier = defineKind<SupplierData>({
  name: 'supplier',
  plural: 'suppliers',
  prefix: 'sup',
  number: { series: () => 'L', format: (sequence) => `L-${String(sequence).padStart(5, '0')}`, when: 'created' },
  schema,
  initial: 'active',
  states: ['active', 'ended'],
  editable: ['active'],
  hidden: ['ended'],
  managed: [],
  secrets: {},
  transitions: {
    end: { from: ['active'], who: buys, apply: () => ({ state: 'ended' }) },
    reopen: { from: ['ended'], who: buys, apply: () => ({ state: 'active' }) },
  },
  policy: {
    view: (actor) => (readsContents(actor) ? 'newest' : undefined),
    create: buys,
    edit: buys,
    secret: buys,
    main: (actor) => (readsContents(actor) ? 'all' : 'none'),
  },
  orgUnitId: () => undefined,
  check: ({ orgNumber, country }) =>
    orgNumber && country === 'SE' && !orgNumbers.valid(orgNumber) ? [{ pointer: '/orgNumber', code: 'format' }] : [],
  missing: () => [],
  views: ({ newest }) => [{ set: 'main', record: newest }],
  sortName: (record) => record.data.name,
  summary: ['name', 'orgNumber', 'country'],
  facets: ({ state, data }) => ({ state: [state], country: data.country ? [data.country] : [] }),
  filters: { state: { type: 'facet', values: ['active', 'ended'] }, country: { type: 'facet' } },
  sorts: ['name', 'number', 'updatedAt'],
  texts: ({ number, data }) => [number, data.name, ...(data.otherNames ?? []), data.orgNumber],
  exact: ({ number, data }) => [number, data.orgNumber],
  links: () => [],
  due: () => [],
  unique: ({ data }) =>
    data.orgNumber && data.country
      ? [{ scope: 'supplierOrgNumber', value: `${data.country}/${data.orgNumber.replace(/\W/g, '').toLowerCase()}` }]
      : [],
})
