import type { Actor } from '../register/actor.ts'
import type { Context } from '../register/context.ts'
import type { Missing } from '../register/errors.ts'
import type { Kind } from '../register/kind.ts'
import type { Snapshot } from '../register/record.ts'
import type { ActivityData } from './data.ts'
import { requirementsFor } from './requirements.ts'
import { archive, end, reopen } from './workflow/ending.ts'
import { attest, confirm, discard, revise, submit, withdraw } from './workflow/filing.ts'
import { processingContext } from './workflow/knowledge.ts'
import { linkSupplier } from './workflow/linking.ts'
import { register } from './workflow/registering.ts'
import { answerRemark, closeRemark, remark } from './workflow/remarks.ts'
import { decline, forward, giveBack, refuse, take } from './workflow/review.ts'

/** Every transition of domain section 4 by its name in 10.15. */
export const activityTransitions: Kind<ActivityData>['transitions'] = {
  submit,
  withdraw,
  take,
  return: giveBack,
  forward,
  refuse,
  attest,
  register,
  revise,
  discard,
  confirm,
  end,
  archive,
  reopen,
  decline,
  remark,
  answerRemark,
  closeRemark,
  linkSupplier,
}

const stages: { [state: string]: 'submit' | 'forward' | 'register' } = {
  draft: 'submit',
  returned: 'submit',
  revision: 'submit',
  submitted: 'forward',
  coordinatorReview: 'forward',
  dpoReview: 'register',
}

/** What the next transition still lacks. */
export function activityMissing({ newest }: Snapshot<ActivityData>, context: Context, actor: Actor): Missing[] {
  const stage = stages[newest.state]
  return stage ? requirementsFor(stage, newest.data, processingContext({ context, actor })) : []
}
