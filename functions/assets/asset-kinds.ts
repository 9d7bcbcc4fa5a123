import { application } from './application.ts'
import { equipment } from './equipment.ts'
import { medicalDevice } from './medical-device.ts'

/** Every kind of asset. */
export const assetKinds = [equipment, medicalDevice, application] as const
