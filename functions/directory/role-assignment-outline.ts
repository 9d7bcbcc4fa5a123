import { type Actor, holds } from '../register/actor.ts'
import type { Outline } from '../register/outline.ts'
import { seenAlways } from './lifespan.ts'
import type { RoleAssignmentData } from './role-assignment.ts'
import { roles } from './roles.ts'

/** How role assignments are read. */
export const roleAssignmentOutline: Outline<RoleAssignmentData> = {
  ...seenAlways<RoleAssignmentData>(),
  name: 'roleAssignment',
  plural: 'role-assignments',
  prefix: 'rol',
  policy: {
    view: () => 'newest',
    create: (actor, data) => assigns(actor, data),
    edit: (actor, { newest }) => assigns(actor, newest.data),
    secret: () => true,
  },
  sortName: (record) => record.data.role,
  summary: ['role', 'personId', 'scopeOrgUnitId', 'validFrom', 'validTo'],
  facets: ({ data }) => ({ role: [data.role], person: [data.personId], unit: [data.scopeOrgUnitId] }),
  filters: {
    role: { type: 'facet', values: roles },
    person: { type: 'facet' },
    orgUnit: { type: 'unit', of: 'unit' },
  },
  sorts: [],
  links: (data) => [
    { rel: 'person', pointer: '/personId', kind: 'person', id: data.personId, checked: false },
    { rel: 'scope', pointer: '/scopeOrgUnitId', kind: 'orgUnit', id: data.scopeOrgUnitId, checked: false },
  ],
}

/** The platform's administrator of the scope, for others than themselves: nobody gives or lengthens a role of their own. */
function assigns(actor: Actor, data: RoleAssignmentData): boolean {
  return data.personId !== actor.personId && holds(actor, 'platformAdmin', data.scopeOrgUnitId)
}
