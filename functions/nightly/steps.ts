import { catchUpSteps } from './catch-up.ts'
import { dueSteps } from './due-steps.ts'
import { feedStep } from './feeds.ts'
import type { NightStep } from './pass.ts'
import { renewalStep } from './renewals.ts'
import { returnedStep } from './returned.ts'
import { waitingMailStep } from './waiting-mail.ts'

/** All that a night does, in order. */
export const nightSteps: readonly NightStep[] = [
  ...dueSteps,
  renewalStep,
  returnedStep,
  feedStep,
  ...catchUpSteps,
  waitingMailStep,
]
