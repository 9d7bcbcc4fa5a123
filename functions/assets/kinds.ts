import { assetKinds } from './asset-kinds.ts'
import { workKinds } from './work-kinds.ts'

/** Every kind that the assets service keeps: the assets, and what helps to work with them. */
export const inventoryKinds = [...assetKinds, ...workKinds] as const
