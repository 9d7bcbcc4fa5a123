import { catchUpSteps } from './catch-up.ts'
import { dueSteps } from './due-steps.ts'
import { feedStep } from './feeds.ts'
import type { NightStep } from './pass.ts'
import { renewalStep } from './renewals.ts'
import { returnedStep } from './returned.ts'
import { waitingMailStep } from './waiting-mail.ts'

const reorganisationStep: NightStep = {
  name: 'reorganisations',
  async page({ reorganise, report }) {
    const { plans, moved, refused } = await reorganise()
    if (plans > 0) report({ what: 'reorganised', plans, moved, refused })
    return undefined
  },
}

/** All that a night does, in order: first what moves records, since it decides who is told. */
export const nightSteps: readonly NightStep[] = [
  reorganisationStep,
  ...dueSteps,
  renewalStep,
  returnedStep,
  feedStep,
  ...catchUpSteps,
  waitingMailStep,
]
