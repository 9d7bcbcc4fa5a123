import { type Actor, holds, holdsAnywhere } from '../register/actor.ts'
import type { Outline } from '../register/outline.ts'
import { seenUntilEnded } from './lifespan.ts'
import type { PersonData } from './person.ts'

/** Why contact details stand hidden to most: nobody is shown more than the task needs. */
const minimisation = 'DSF 5.1 c'

/** How people are read. */
export const personOutline: Outline<PersonData> = {
  ...seenUntilEnded<PersonData>(),
  name: 'person',
  plural: 'people',
  prefix: 'per',
  secrets: { email: minimisation, hsaId: minimisation },
  policy: {
    view: () => 'newest',
    create: (actor, data) => maintains(actor, data),
    edit: (actor, { newest }) => maintains(actor, newest.data, newest.id),
    secret: (actor, record) => actor.personId === record.id || maintains(actor, record.data),
  },
  sortName: (record) => record.data.displayName,
  summary: ['userId', 'displayName', 'title', 'orgUnitId'],
  facets: ({ state, data }) => ({ state: [state], ...(data.orgUnitId ? { unit: [data.orgUnitId] } : {}) }),
  filters: {
    state: { type: 'facet', values: ['active', 'ended'] },
    orgUnit: { type: 'unit', of: 'unit' },
  },
  sorts: ['name'],
  texts: ({ data }) => [data.displayName, data.userId, data.title],
  exact: ({ data }) => [data.userId],
  links: (data) =>
    data.orgUnitId ? [{ rel: 'unit', pointer: '/orgUnitId', kind: 'orgUnit', id: data.orgUnitId, checked: false }] : [],
}

/** The platform's administrator of the person's unit, but never of the own record. */
export function maintains(actor: Actor, data: PersonData, id?: string): boolean {
  if (id === actor.personId) return false
  return data.orgUnitId ? holds(actor, 'platformAdmin', data.orgUnitId) : holdsAnywhere(actor, 'platformAdmin')
}
