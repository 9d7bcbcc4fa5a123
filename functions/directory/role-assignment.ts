import * as z from 'zod/mini'
import type { Actor } from '../register/actor.ts'
import { holds } from '../register/actor.ts'
import { defineKind } from '../register/kind.ts'
import { date, externalKey, fixedFields, line } from './field.ts'
import { always } from './lifespan.ts'
import { roles } from './roles.ts'

const schema = z.strictObject({
  role: z.enum(roles),
  personId: z.string(),
  scopeOrgUnitId: z.string(),
  validFrom: date,
  validTo: z.optional(date),
  decisionRef: z.optional(line(120)),
  externalKey: z.optional(externalKey),
})

/** What one person may do in one part of the organisation, for a time. `validTo` is the last day it holds. */
export type RoleAssignmentData = z.infer<typeof schema>

export const roleAssignment = defineKind<RoleAssignmentData>({
  name: 'roleAssignment',
  plural: 'role-assignments',
  prefix: 'rol',
  schema,
  ...always<RoleAssignmentData>(),
  policy: {
    view: () => 'newest',
    create: (actor, data) => assigns(actor, data),
    edit: (actor, { newest }) => assigns(actor, newest.data),
    secret: () => true,
  },
  orgUnitId: (data) => data.scopeOrgUnitId,
  check: (data, _context, { before }) => [
    ...fixedFields(before, data, ['role', 'personId', 'scopeOrgUnitId', 'validFrom']),
    ...(data.validTo && data.validTo < data.validFrom ? [{ pointer: '/validTo', code: 'end-before-start' }] : []),
  ],
  sortName: (record) => record.data.role,
  summary: ['role', 'personId', 'scopeOrgUnitId', 'validFrom', 'validTo'],
  facets: ({ data }) => ({ role: [data.role], person: [data.personId], unit: [data.scopeOrgUnitId] }),
  filters: {
    role: { type: 'facet', values: roles },
    person: { type: 'facet' },
    orgUnit: { type: 'unit', of: 'unit' },
  },
  sorts: [],
  texts: () => [],
  exact: () => [],
  links: (data) => [
    { rel: 'person', pointer: '/personId', kind: 'person', id: data.personId, checked: false },
    { rel: 'scope', pointer: '/scopeOrgUnitId', kind: 'orgUnit', id: data.scopeOrgUnitId, checked: false },
  ],
  unique: ({ data }) => (data.externalKey ? [{ scope: 'roleAssignmentKey', value: data.externalKey }] : []),
  touches: ['directory'],
})

/** The platform's administrator of the scope, for others than themselves: nobody gives or lengthens a role of their own. */
function assigns(actor: Actor, data: RoleAssignmentData): boolean {
  return data.personId !== actor.personId && holds(actor, 'platformAdmin', data.scopeOrgUnitId)
}
