import { documentRoutes } from '../documents/document-routes.ts'
import type { Deps } from '../http/deps.ts'
import { recordRoutes } from '../http/records.ts'
import type { Route } from '../http/route.ts'
import { application } from './application.ts'
import { assetDocuments } from './asset-documents.ts'
import { assetListRoutes } from './asset-list-route.ts'
import { bulkRoutes } from './bulk-route.ts'
import { equipment } from './equipment.ts'
import { findingCountRoute } from './finding-count-route.ts'
import { impactRoutes } from './impact-route.ts'
import { medicalDevice } from './medical-device.ts'
import { type AssetBeyond, assetPresenter } from './presenter.ts'
import { reorganisation } from './reorganisation/plan.ts'
import { savedView } from './saved-view.ts'
import { lawInWords, missingSentence } from './sentences.ts'
import { stockTakeRoutes } from './stock-take-route.ts'

const sentences = { missing: missingSentence, law: lawInWords }

/** What a client may ask of the inventory. `beyond`: what other services know of assets. */
export function assetRoutes(deps: Deps, beyond?: AssetBeyond): Route[] {
  return [
    ...recordRoutes(equipment, deps, assetPresenter(deps, beyond)),
    ...recordRoutes(medicalDevice, deps, assetPresenter(deps, beyond)),
    ...recordRoutes(application, deps, assetPresenter(deps, beyond)),
    ...assetListRoutes(deps),
    findingCountRoute(deps, beyond),
    ...impactRoutes(deps),
    ...recordRoutes(savedView, deps),
    ...recordRoutes(reorganisation, deps),
    ...stockTakeRoutes(deps, sentences),
    ...bulkRoutes(deps, sentences),
    ...documentRoutes(deps, assetDocuments(equipment)),
    ...documentRoutes(deps, assetDocuments(medicalDevice)),
    ...documentRoutes(deps, assetDocuments(application)),
  ]
}
