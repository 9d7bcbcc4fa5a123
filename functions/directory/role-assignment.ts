import * as z from 'zod/mini'
import { defineKind } from '../register/kind.ts'
import { date, externalKey, fixedFields, line } from './field.ts'
import { always } from './lifespan.ts'
import { roleAssignmentOutline } from './role-assignment-outline.ts'
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
  ...roleAssignmentOutline,
  schema,
  ...always<RoleAssignmentData>(),
  orgUnitId: (data) => data.scopeOrgUnitId,
  check: (data, _context, { before }) => [
    ...fixedFields(before, data, ['role', 'personId', 'scopeOrgUnitId', 'validFrom']),
    ...(data.validTo && data.validTo < data.validFrom ? [{ pointer: '/validTo', code: 'end-before-start' }] : []),
  ],
  unique: ({ data }) => (data.externalKey ? [{ scope: 'roleAssignmentKey', value: data.externalKey }] : []),
  touches: ['directory'],
})
