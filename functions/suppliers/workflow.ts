import { addDocument } from '../documents/add-document.ts'
import type { Context } from '../register/context.ts'
import type { Missing } from '../register/errors.ts'
import type { Kind } from '../register/kind.ts'
import type { Snapshot } from '../register/record.ts'
import type { AgreementData } from './agreement-data.ts'
import { markableFields } from './markable.ts'
import { decidesSecrecy } from './policy.ts'
import { markTransitions } from './secrecy-marks.ts'
import { agreementStates } from './states.ts'
import { assess, decideSubProcessor, listSubProcessors } from './workflow/chain.ts'
import { close, confirmDataReturn, followUp, terminate } from './workflow/ending.ts'
import { renew } from './workflow/renewal.ts'
import {
  activate,
  activationLacks,
  amend,
  confirmChecklist,
  negotiate,
  sign,
  signingLacks,
} from './workflow/signing.ts'

/** Every transition of domain section 4 by its name in 10.15 and 10.28, and those beside the state. */
export const agreementTransitions: Kind<AgreementData>['transitions'] = {
  negotiate,
  sign,
  confirmChecklist,
  activate,
  amend,
  renew,
  terminate,
  close,
  confirmDataReturn,
  followUp,
  listSubProcessors,
  decideSubProcessor,
  assess,
  addDocument: addDocument(agreementStates),
  ...markTransitions<AgreementData>(agreementStates, {
    markable: markableFields.agreement,
    decides: (actor, { newest }) => decidesSecrecy(actor, newest.data),
  }),
}

/** What the next transition still lacks. */
export function agreementMissing({ newest }: Snapshot<AgreementData>, { today }: Context): Missing[] {
  const { state, data } = newest
  if (state === 'draft' || state === 'negotiation') return signingLacks(data, today)
  return state === 'signed' || state === 'amending' ? activationLacks(data, today) : []
}
