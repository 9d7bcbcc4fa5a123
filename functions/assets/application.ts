import type { ApplicationData } from './application-data.ts'
import { applicationSpec, leads } from './application-outline.ts'
import { defineAssetKind } from './asset-kind.ts'
import { checkApplication } from './check.ts'
import {
  lacksActivity,
  lacksDataReturn,
  lacksErasure,
  lacksExitPlan,
  lacksForAcquisition,
  lacksForIntroduction,
  lacksForOperation,
} from './guards/system.ts'

/** Business systems and services, kept by regional IT together with their owner and administrators. */
export const application = defineAssetKind<ApplicationData>(applicationSpec, {
  letter: 'P',
  keeper: 'regionalIt',
  leads,
  requires: {
    acquire: lacksForAcquisition,
    introduce: lacksForIntroduction,
    putInOperation: (data, { incoming }) => [
      ...lacksForOperation(data),
      ...(incoming ? lacksActivity(data, incoming) : []),
    ],
    phaseOut: lacksExitPlan,
    decommission: lacksDataReturn,
    dispose: lacksErasure,
  },
  changed: ({ major, at }) => (major ? { lastMajorChangeAt: at } : {}),
  check: checkApplication,
  unique: () => [],
})
