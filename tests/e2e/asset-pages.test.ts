import { assetPages } from './asset-pages.ts'
import { lookAt } from './harness/look-at.ts'

lookAt(assetPages)
