import type { Missing } from '../../register/errors.ts'
import type { AgreementData, AnnexVersion, Clause } from '../agreement-data.ts'
import { coordinates } from '../policy.ts'
import { supplierVocabularies } from '../vocabulary.ts'
import { type Call, dataOf, lack, owner, type Step } from './call.ts'

/** Talks begin. */
export const negotiate: Step = { from: ['draft'], who: owner, apply: () => ({ state: 'negotiation' }) }

/** Both parties have signed; the paper is in the diary (OSL 5:1). */
export const sign: Step = {
  from: ['draft', 'negotiation'],
  who: owner,
  requires: (call) => signingLacks(dataOf(call), call.context.today),
  apply: () => ({ state: 'signed' }),
}

/** The coordinator has held the agreement against DSF 28.3, letter by letter. */
export const confirmChecklist: Step = {
  from: ['draft', 'negotiation', 'signed', 'active', 'amending'],
  who: (actor, { newest }) => newest.data.type === 'pub' && coordinates(actor, newest.data),
  requires: (call) => checklistLacks(dataOf(call)),
  apply: ({ actor, context }) => ({ data: { checklistConfirmation: { by: actor.personId, at: context.now } } }),
}

/** From now on it binds: its terms change by amending it. The annexes as they are become versions. */
export const activate: Step = {
  from: ['signed', 'amending'],
  who: owner,
  requires: (call) => activationLacks(dataOf(call), call.context.today),
  apply: (call) => ({ state: 'active', data: { bound: true, annexVersions: versionsAtActivation(call) } }),
}

/** A change of the terms begins; what was agreed holds meanwhile. */
export const amend: Step = {
  from: ['active'],
  who: owner,
  apply: () => ({ state: 'amending', data: { bound: undefined } }),
}

/** What signing lacks: the other party, the diary number, and the day. */
export function signingLacks(
  { diaryNumber, signedAt, supplierId, counterparty }: AgreementData,
  today: string,
): Missing[] {
  return [
    ...(supplierId || counterparty ? [] : [lack('/supplierId', 'counterparty', 'DSF 28.3')]),
    ...(diaryNumber ? [] : [lack('/diaryNumber', 'diaryNumber', 'OSL 5:1')]),
    ...(signedAt ? [] : [lack('/signedAt', 'signedAt', 'DSF 28.9')]),
    ...(signedAt && signedAt > today ? [lack('/signedAt', 'signedLater', 'DSF 28.9')] : []),
  ]
}

/** What activation lacks: signing's, and for a PUB-avtal all of DSF 28.3, confirmed by a coordinator. */
export function activationLacks(data: AgreementData, today: string): Missing[] {
  return [
    ...signingLacks(data, today),
    ...(data.renewal === 'tacit' && data.validTo && !data.renewalMonths
      ? [lack('/renewalMonths', 'renewalMonths', 'S0')]
      : []),
    ...(data.type === undefined ? [lack('/type', 'type', 'DSF 28.3')] : []),
    ...(data.type === 'pub' ? checklistLacks(data) : []),
    ...(data.type === 'pub' && !data.checklistConfirmation
      ? [lack('/checklistConfirmation', 'checklistConfirmation', 'DSF 28.3')]
      : []),
  ]
}

/** The letters of DSF 28.3 that the agreement does not meet. */
export function unmetClauses({ art28 = {} }: Pick<AgreementData, 'art28'>): Clause[] {
  return supplierVocabularies.clause.filter((letter) => art28[letter] !== true)
}

function checklistLacks(data: AgreementData): Missing[] {
  return unmetClauses(data).map((letter) => lack(`/art28/${letter}`, 'clause', `DSF 28.3 ${letter}`, { letter }))
}

function versionsAtActivation(call: Call): AnnexVersion[] {
  const { annexVersions = [], instruction, subProcessors = [] } = dataOf(call)
  const { newest } = call.snapshot
  const amended = newest.state === 'amending'
  const due = (annex: AnnexVersion['annex'], filled: boolean) =>
    filled && (amended || !annexVersions.some((one) => one.annex === annex))
  return [
    ...annexVersions,
    ...(due('instruction', instruction !== undefined) ? [nextVersion(call, 'instruction', call.context.today)] : []),
    ...(due('subProcessors', subProcessors.length > 0) ? [nextVersion(call, 'subProcessors', call.context.today)] : []),
  ]
}

/** The version that the revision now being written will hold. */
export function nextVersion(call: Call, annex: AnnexVersion['annex'], date: string, source?: string): AnnexVersion {
  const own = (dataOf(call).annexVersions ?? []).filter((one) => one.annex === annex)
  const version = (own.at(-1)?.version ?? 0) + 1
  return { annex, version, date, revision: call.snapshot.newest.revision + 1, ...(source && { source }) }
}
