import { type Actor, holds, holdsAnywhere } from '../register/actor.ts'
import type { ApplicationData } from './application-data.ts'
import { defineAssetKind } from './asset-kind.ts'
import { applicationSections } from './fields/application.ts'
import { assetVocabularies } from './vocabulary.ts'

/** Business systems and services, kept by regional IT together with their owner and administrators. */
export const application = defineAssetKind<ApplicationData>({
  name: 'application',
  plural: 'applications',
  prefix: 'app',
  letter: 'P',
  sections: applicationSections,
  summary: ['applicationType', 'systemOwnerId'],
  keeperRole: 'itAssetManager',
  owns,
  facets: ({ applicationType }) => ({ type: applicationType ? [applicationType] : [] }),
  filters: { type: { type: 'facet', values: assetVocabularies['applicationType'] } },
  texts: () => [],
  exact: () => [],
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
