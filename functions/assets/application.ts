import { type Actor, holds, holdsAnywhere } from '../register/actor.ts'
import type { ApplicationData } from './application-data.ts'
import { defineAssetKind } from './asset-kind.ts'
import { checkAsset } from './check.ts'
import { applicationSections } from './fields/application.ts'
import {
  lacksActivity,
  lacksErasure,
  lacksExitPlan,
  lacksForAcquisition,
  lacksForIntroduction,
  lacksForOperation,
} from './guards/system.ts'
import { assetVocabularies } from './vocabulary.ts'

/** Business systems and services, kept by regional IT together with their owner and administrators. */
export const application = defineAssetKind<ApplicationData>({
  name: 'application',
  plural: 'applications',
  prefix: 'app',
  letter: 'P',
  keeper: 'regionalIt',
  keeperRole: 'itAssetManager',
  owns,
  leads,
  sections: applicationSections,
  typeField: 'applicationType',
  types: assetVocabularies['applicationType'] ?? [],
  requires: {
    acquire: lacksForAcquisition,
    introduce: lacksForIntroduction,
    putInOperation: (data, { incoming }) => [
      ...lacksForOperation(data),
      ...(incoming ? lacksActivity(data, incoming) : []),
    ],
    phaseOut: lacksExitPlan,
    dispose: lacksErasure,
  },
  changed: ({ major, at }) => (major ? { lastMajorChangeAt: at } : {}),
  check: checkAsset,
  texts: ({ aliases = [], product, publisher, externalIds = [] }) => [
    ...aliases,
    product,
    publisher,
    ...externalIds.map(({ id }) => id),
  ],
  exact: ({ externalIds = [] }) => externalIds.map(({ id }) => id),
  unique: () => [],
})

/** The system's own owner and administrators, and the IT coordinator of a unit that uses it. */
function owns(actor: Actor, data: ApplicationData): boolean {
  const { systemAdministratorIds = [], usingOrgUnitIds = [] } = data
  const administers = systemAdministratorIds.includes(actor.personId) && holdsAnywhere(actor, 'systemAdmin')
  return leads(actor, data) || administers || usingOrgUnitIds.some((unit) => holds(actor, 'itCoordinator', unit))
}

/** The system's own owner. */
function leads(actor: Actor, { systemOwnerId }: ApplicationData): boolean {
  return systemOwnerId === actor.personId && holdsAnywhere(actor, 'systemOwner')
}
