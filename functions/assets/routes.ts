import type { Deps } from '../http/deps.ts'
import { recordRoutes } from '../http/records.ts'
import { requirementSentences } from '../http/requirement-sentences.ts'
import type { Route } from '../http/route.ts'
import { application } from './application.ts'
import { assetListRoutes } from './asset-list-route.ts'
import { bulkRoutes } from './bulk-route.ts'
import { equipment } from './equipment.ts'
import { medicalDevice } from './medical-device.ts'
import { savedView } from './saved-view.ts'
import { stockTakeRoutes } from './stock-take-route.ts'
import en from './text/en/requirements.json' with { type: 'json' }
import sv from './text/sv/requirements.json' with { type: 'json' }

const presenter = requirementSentences({ sv, en })

/** What a client may ask of the inventory. */
export function assetRoutes(deps: Deps): Route[] {
  return [
    ...recordRoutes(equipment, deps, presenter),
    ...recordRoutes(medicalDevice, deps, presenter),
    ...recordRoutes(application, deps, presenter),
    ...assetListRoutes(deps),
    ...recordRoutes(savedView, deps),
    ...stockTakeRoutes(deps, presenter),
    ...bulkRoutes(deps, presenter),
  ]
}
