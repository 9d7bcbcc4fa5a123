import { applicationOutline } from './assets/application-outline.ts'
import { equipmentOutline } from './assets/equipment-outline.ts'
import { medicalDeviceOutline } from './assets/medical-device-outline.ts'
import { workOutlines } from './assets/work-outlines.ts'
import { directoryOutlines } from './directory/outlines.ts'
import { activityOutline } from './processing/activity-outline.ts'
import type { Outline } from './register/outline.ts'
import { agreementOutline } from './suppliers/agreement-outline.ts'
import { supplierOutline } from './suppliers/supplier-outline.ts'

/** How every kind of record in the product is read, in the order of `allKinds`. */
export const allOutlines: readonly Outline<object>[] = [
  activityOutline as unknown as Outline<object>,
  equipmentOutline,
  medicalDeviceOutline,
  applicationOutline,
  ...workOutlines,
  supplierOutline,
  agreementOutline,
  ...directoryOutlines,
]
