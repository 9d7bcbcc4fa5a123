import organisationsnummer from 'organisationsnummer'
import * as z from 'zod/mini'
import type { Actor } from '../register/actor.ts'
import { holds, holdsAnywhere } from '../register/actor.ts'
import type { FieldError } from '../register/errors.ts'
import { defineKind } from '../register/kind.ts'
import { date, externalKey, hsaId, line } from './field.ts'
import { activeOrEnded } from './lifespan.ts'

const schema = z.strictObject({
  kind: z.enum(['principal', 'board', 'administration', 'area', 'unit', 'company']),
  name: line(120),
  parentId: z.optional(z.string()),
  orgNumber: z.optional(z.string().check(z.regex(/^\d{6}-\d{4}$/))),
  hsaId: z.optional(hsaId),
  externalKey: z.optional(externalKey),
  contact: z.optional(z.string().check(z.maxLength(400))),
  isCareProvider: z.optional(z.boolean()),
  isSocialService: z.optional(z.boolean()),
  logReviewDuty: z.optional(z.boolean()),
  logReviewPlan: z.optional(
    z.strictObject({
      frequency: z.enum(['weekly', 'monthly', 'quarterly']),
      fraction: z.string().check(z.regex(/^1\/[1-9]\d?$/)),
      days: z.int().check(z.minimum(1), z.maximum(31)),
    }),
  ),
  staffCount: z.optional(z.int().check(z.minimum(0), z.maximum(1_000_000))),
  dpoPersonId: z.optional(z.string()),
  imyDpoNotifiedAt: z.optional(date),
  reorganisedAt: z.optional(date),
})

/** A part of the organisation: principal, board, administration, area, unit or company. */
export type OrgUnitData = z.infer<typeof schema>

export const orgUnit = defineKind<OrgUnitData>({
  name: 'orgUnit',
  plural: 'org-units',
  prefix: 'org',
  schema,
  ...activeOrEnded<OrgUnitData>({
    who: (actor, { newest }) => maintains(actor, newest.data.parentId, newest.id),
    lacking: ({ actor, snapshot }) => {
      const within = actor.tree.below(snapshot.newest.id).slice(1)
      const active = within.filter((id) => !actor.tree.node(id)?.ended).length
      return active > 0 ? [{ pointer: '', rule: 'orgUnitHasUnits', source: '', params: { count: active } }] : []
    },
  }),
  policy: {
    view: () => 'newest',
    create: (actor, data) => maintains(actor, data.parentId),
    edit: (actor, { newest }) => maintains(actor, newest.data.parentId, newest.id),
    secret: () => true,
  },
  orgUnitId: (data) => data.parentId,
  check: (data, _context, about) => [...placed(data, about), ...numbered(data)],
  sortName: (record) => record.data.name,
  summary: Object.keys(schema.def.shape),
  facets: (record) => ({
    state: [record.state],
    kind: [record.data.kind],
    ...(record.data.parentId ? { unit: [record.data.parentId] } : {}),
  }),
  filters: {
    state: { type: 'facet', values: ['active', 'ended'] },
    kind: { type: 'facet', values: schema.def.shape.kind.options },
    orgUnit: { type: 'unit', of: 'unit' },
  },
  sorts: ['name'],
  texts: (record) => [record.data.name],
  exact: (record) => [record.data.orgNumber, record.data.hsaId, record.data.externalKey],
  links: (data) => [
    ...(data.parentId
      ? [{ rel: 'parent', pointer: '/parentId', kind: 'orgUnit', id: data.parentId, checked: false }]
      : []),
    ...(data.dpoPersonId
      ? [{ rel: 'dpo', pointer: '/dpoPersonId', kind: 'person', id: data.dpoPersonId, checked: false }]
      : []),
  ],
  unique: ({ data }) => [
    ...(data.hsaId ? [{ scope: 'orgUnitHsaId', value: data.hsaId }] : []),
    ...(data.externalKey ? [{ scope: 'orgUnitKey', value: data.externalKey }] : []),
  ],
  touches: ['directory'],
})

/** A unit is kept by the platform's administrator of that part; a new root by any of them, since it touches nobody's part. */
function maintains(actor: Actor, parentId: string | undefined, id?: string): boolean {
  if (!id && !parentId) return holdsAnywhere(actor, 'platformAdmin')
  return holds(actor, 'platformAdmin', parentId) || holds(actor, 'platformAdmin', id)
}

function placed(
  data: OrgUnitData,
  { id, actor, before }: { id: string; actor: Actor; before?: OrgUnitData },
): FieldError[] {
  const pointer = '/parentId'
  const { parentId } = data
  if (data.kind === 'administration' && (!parentId || actor.tree.node(parentId)?.kind !== 'board')) {
    return [{ pointer, code: 'parent-board' }]
  }
  if (parentId && actor.tree.path(parentId).includes(id)) return [{ pointer, code: 'circle' }]
  const moved = before && parentId !== before.parentId
  return moved && !actor.system && !maintains(actor, parentId) ? [{ pointer, code: 'not-yours' }] : []
}

// The package's types describe a default export that its CommonJS build does not wrap.
const orgNumbers = organisationsnummer as unknown as typeof organisationsnummer.default

function numbered({ orgNumber }: OrgUnitData): FieldError[] {
  return orgNumber && !orgNumbers.valid(orgNumber) ? [{ pointer: '/orgNumber', code: 'format' }] : []
}
