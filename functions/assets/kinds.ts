import { application } from './application.ts'
import { equipment } from './equipment.ts'
import { medicalDevice } from './medical-device.ts'
import { workKinds } from './work-kinds.ts'

/** Every kind of asset. */
export const assetKinds = [equipment, medicalDevice, application] as const

/** Every kind that the assets service keeps: the assets, and what helps to work with them. */
export const inventoryKinds = [...assetKinds, ...workKinds] as const
