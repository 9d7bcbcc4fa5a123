import { type Actor, holds, holdsAnywhere } from '../register/actor.ts'
import type { Outline } from '../register/outline.ts'
import { seenUntilEnded } from './lifespan.ts'
import type { OrgUnitData } from './org-unit.ts'

/** What a part of the organisation may be. */
export const unitKinds = ['principal', 'board', 'administration', 'area', 'unit', 'company'] as const

/** How parts of the organisation are read; a line in a list says all of one. */
export const orgUnitOutline: Outline<OrgUnitData> = {
  ...seenUntilEnded<OrgUnitData>(),
  name: 'orgUnit',
  plural: 'org-units',
  prefix: 'org',
  policy: {
    view: () => 'newest',
    create: (actor, data) => maintains(actor, data.parentId),
    edit: (actor, { newest }) => maintains(actor, newest.data.parentId, newest.id),
    secret: () => true,
  },
  sortName: (record) => record.data.name,
  summary: [
    'kind',
    'name',
    'parentId',
    'orgNumber',
    'hsaId',
    'externalKey',
    'contact',
    'isCareProvider',
    'isSocialService',
    'logReviewDuty',
    'logReviewPlan',
    'staffCount',
    'dpoPersonId',
    'imyDpoNotifiedAt',
    'reorganisedAt',
    'backupBaseline',
  ],
  facets: (record) => ({
    state: [record.state],
    kind: [record.data.kind],
    ...(record.data.parentId ? { unit: [record.data.parentId] } : {}),
  }),
  filters: {
    state: { type: 'facet', values: ['active', 'ended'] },
    kind: { type: 'facet', values: unitKinds },
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
}

/** A unit is kept by the platform's administrator of that part; a new root by any of them, since it touches nobody's part. */
export function maintains(actor: Actor, parentId: string | undefined, id?: string): boolean {
  if (!id && !parentId) return holdsAnywhere(actor, 'platformAdmin')
  return holds(actor, 'platformAdmin', parentId) || holds(actor, 'platformAdmin', id)
}
