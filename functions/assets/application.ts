import * as z from 'zod/mini'
import { type Actor, holds, holdsAnywhere } from '../register/actor.ts'
import { assetFields, personId } from './asset-data.ts'
import { defineAssetKind } from './asset-kind.ts'

const types = [
  'businessSystem',
  'service',
  'eService',
  'qualityRegister',
  'nationalService',
  'register',
  'integration',
  'infrastructure',
  'deviceSoftware',
] as const

const schema = z.strictObject({
  ...assetFields,
  applicationType: z.optional(z.enum(types)),
  systemOwnerId: z.optional(personId),
  systemAdministratorIds: z.optional(z.array(personId).check(z.maxLength(10))),
})

export type ApplicationData = z.infer<typeof schema>

/** Business systems and services, kept by regional IT together with their owner and administrators. */
export const application = defineAssetKind<ApplicationData>({
  name: 'application',
  plural: 'applications',
  prefix: 'app',
  letter: 'P',
  schema,
  summary: ['applicationType', 'systemOwnerId'],
  keeperRole: 'itAssetManager',
  owns,
  facets: ({ applicationType }) => ({ type: applicationType ? [applicationType] : [] }),
  filters: { type: { type: 'facet', values: types } },
  texts: () => [],
  exact: () => [],
  links: ({ systemOwnerId, systemAdministratorIds = [] }) => [
    ...(systemOwnerId
      ? [{ rel: 'systemOwner', pointer: '/systemOwnerId', kind: 'person', id: systemOwnerId, checked: false }]
      : []),
    ...systemAdministratorIds.map((id, index) => ({
      rel: 'systemAdministrator',
      pointer: `/systemAdministratorIds/${index}`,
      kind: 'person',
      id,
      checked: false,
    })),
  ],
})

/** The system's own owner and administrators, and the IT coordinator of a unit that uses it. */
function owns(
  actor: Actor,
  { systemOwnerId, systemAdministratorIds = [], usingOrgUnitIds = [] }: ApplicationData,
): boolean {
  const own = systemOwnerId === actor.personId && holdsAnywhere(actor, 'systemOwner')
  const administers = systemAdministratorIds.includes(actor.personId) && holdsAnywhere(actor, 'systemAdmin')
  return own || administers || usingOrgUnitIds.some((unit) => holds(actor, 'itCoordinator', unit))
}
