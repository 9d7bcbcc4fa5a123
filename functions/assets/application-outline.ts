import { type Actor, holds, holdsAnywhere } from '../register/actor.ts'
import type { ApplicationData } from './application-data.ts'
import { type AssetOutlineSpec, defineAssetOutline } from './asset-outline.ts'
import { applicationSections } from './fields/application.ts'
import { assetVocabularies } from './vocabulary.ts'

/** What sets systems apart for those who read them. */
export const applicationSpec: AssetOutlineSpec<ApplicationData> = {
  name: 'application',
  plural: 'applications',
  prefix: 'app',
  keeperRole: 'itAssetManager',
  owns,
  sections: applicationSections,
  typeField: 'applicationType',
  types: assetVocabularies['applicationType'] ?? [],
  listed: [
    'name',
    'applicationType',
    'systemOwnerId',
    'usingOrgUnitIds',
    'responsiblePersonId',
    'personalData',
    'hosting',
    'logFunction',
    'connectedToNetwork',
    'lastVerifiedAt',
    'supportEndsAt',
    'externalIds',
    'findingCounts',
  ],
  texts: ({ aliases = [], product, publisher, externalIds = [] }) => [
    ...aliases,
    product,
    publisher,
    ...externalIds.map(({ id }) => id),
  ],
  exact: ({ externalIds = [] }) => externalIds.map(({ id }) => id),
}

/** How business systems and services are read. */
export const applicationOutline = defineAssetOutline(applicationSpec)

/** The system's own owner and administrators, and the IT coordinator of a unit that uses it. */
function owns(actor: Actor, data: ApplicationData): boolean {
  const { systemAdministratorIds = [], usingOrgUnitIds = [] } = data
  const administers = systemAdministratorIds.includes(actor.personId) && holdsAnywhere(actor, 'systemAdmin')
  return leads(actor, data) || administers || usingOrgUnitIds.some((unit) => holds(actor, 'itCoordinator', unit))
}

/** The system's own owner. */
export function leads(actor: Actor, { systemOwnerId }: ApplicationData): boolean {
  return systemOwnerId === actor.personId && holdsAnywhere(actor, 'systemOwner')
}
