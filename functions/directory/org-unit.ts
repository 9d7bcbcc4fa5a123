import organisationsnummer from 'organisationsnummer'
import * as z from 'zod/mini'
import type { Actor } from '../register/actor.ts'
import type { FieldError } from '../register/errors.ts'
import { defineKind } from '../register/kind.ts'
import { date, externalKey, hsaId, line } from './field.ts'
import { activeOrEnded } from './lifespan.ts'
import { maintains, orgUnitOutline, unitKinds } from './org-unit-outline.ts'

/** ISO 8601, in years, months, weeks and days. */
const period = z.string().check(z.regex(/^P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/))

const schema = z.strictObject({
  kind: z.enum(unitKinds),
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
  backupBaseline: z.optional(
    z.strictObject({
      interval: z.optional(period),
      generations: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
      storage: z.optional(line(200)),
      readabilityCheck: z.optional(period),
    }),
  ),
})

/** A part of the organisation: principal, board, administration, area, unit or company. */
export type OrgUnitData = z.infer<typeof schema>

export const orgUnit = defineKind<OrgUnitData>({
  ...orgUnitOutline,
  schema,
  ...activeOrEnded<OrgUnitData>({
    who: (actor, { newest }) => maintains(actor, newest.data.parentId, newest.id),
    lacking: ({ actor, snapshot }) => {
      const within = actor.tree.below(snapshot.newest.id).slice(1)
      const active = within.filter((id) => !actor.tree.node(id)?.ended).length
      return active > 0 ? [{ pointer: '', rule: 'orgUnitHasUnits', source: '', params: { count: active } }] : []
    },
  }),
  orgUnitId: (data) => data.parentId,
  check: (data, _context, about) => [...placed(data, about), ...numbered(data)],
  unique: ({ data }) => [
    ...(data.hsaId ? [{ scope: 'orgUnitHsaId', value: data.hsaId }] : []),
    ...(data.externalKey ? [{ scope: 'orgUnitKey', value: data.externalKey }] : []),
  ],
  touches: ['directory'],
})

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
