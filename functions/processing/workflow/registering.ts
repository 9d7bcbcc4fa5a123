import * as z from 'zod/mini'
import type { Actor, OrgTree } from '../../register/actor.ts'
import { sameJson } from '../../register/canonical.ts'
import type { Missing } from '../../register/errors.ts'
import type { Remark } from '../../register/record.ts'
import type { Transition } from '../../register/transition-rule.ts'
import type { ActivityData } from '../data.ts'
import { findingsOf } from '../findings.ts'
import { isMaterial, materialChanges } from '../material.ts'
import { isCoordinator, isOfficer, plays } from '../parties.ts'
import { requirementsFor } from '../requirements.ts'
import { reviewedNow } from './filing.ts'
import { processingContext } from './knowledge.ts'
import type { ActivityOutcome, Call } from './outcome.ts'
import { newRemark, remarkShape } from './remarks.ts'

type Step = Transition<ActivityData>

const input = z.strictObject({ remarks: z.optional(z.array(remarkShape).check(z.maxLength(50))) })

/**
 * Puts the record in force. Blocked by Art. 30(1)(a)-(e) or 30(2) and rule `B` findings only; what is unlawful is registered
 * with a remark (domain section 4). From a revision without material change at once, as an editorial change (10.22).
 */
export const register: Step = {
  from: ['dpoReview', 'revision'],
  input,
  who: (actor, { newest }) =>
    newest.state === 'revision' ? plays(actor, newest, [isCoordinator, isOfficer]) : isOfficer(actor, newest),
  requires: (call) => [
    ...materialChange(call),
    ...requirementsFor('register', call.snapshot.newest.data, processingContext(call)),
    ...remarksLacking(call),
  ],
  apply: (call) => (isEditorial(call) ? editorial(call) : inForce(call)),
}

function inForce(call: Call): ActivityOutcome {
  const { snapshot, actor, context } = call
  const remarks = [...(snapshot.newest.remarks ?? []), ...remarksGiven(call)]
  return {
    state: 'registered',
    registers: true,
    numbers: true,
    proposed: null,
    ...(remarks.length > 0 && { remarks }),
    data: {
      registeredAt: context.now,
      registeredBy: actor.personId,
      ...reviewedNow(context, actor.personId),
      questions: undefined,
      contacts: contactsOf(snapshot.newest.data, actor),
      ...assessmentOutdated(call),
    },
  }
}

/** What an impact assessment weighs: if it changes, so must the assessment (rule DP-03; DSF 35.11). */
const assessed: readonly string[] = [
  'purposes',
  'dataCategories',
  'recipients',
  'thirdCountryTransfer',
  'transfers',
  'applicationIds',
  'unlistedSystems',
  'medicalDeviceIds',
]

/** Notes the day of a change that the impact assessment has not followed; a new assessment clears it. */
function assessmentOutdated({ snapshot, context }: Call): Partial<ActivityData> {
  const { registered, newest } = snapshot
  if (!registered) return {}
  if (!sameJson(registered.data.dpiaId, newest.data.dpiaId)) return { materialSince: undefined }
  const changed = materialChanges(registered.data, newest.data).some((field) => assessed.includes(field))
  return changed ? { materialSince: context.today } : {}
}

function editorial({ actor, context, snapshot }: Call): ActivityOutcome {
  const contacts = contactsOf(snapshot.newest.data, actor)
  const data = {
    registeredAt: context.now,
    registeredBy: actor.personId,
    contacts,
    initiatorStatement: snapshot.registered?.data.initiatorStatement,
  }
  return { state: 'registered', registers: true, editorial: true, data }
}

function isEditorial({ snapshot }: Call): boolean {
  const { newest, registered } = snapshot
  return newest.state === 'revision' && !!registered && !isMaterial(registered.data, newest.data)
}

function materialChange(call: Call): Missing[] {
  const review = call.snapshot.newest.state === 'revision' && !isEditorial(call)
  return review ? [{ pointer: '', rule: 'materialChange', source: 'DSF 5.2', text: 'materialChange' }] : []
}

/** Each open critical or high finding needs a remark: one that names its rule, one for all, or the comment. */
function remarksLacking(call: Call): Missing[] {
  if (isEditorial(call)) return []
  const remarks = [...(call.snapshot.newest.remarks ?? []).filter((remark) => !remark.closedAt), ...remarksGiven(call)]
  const covered = (rule: string): boolean => remarks.some(({ ruleIds }) => !ruleIds || ruleIds.includes(rule))
  return grave(call)
    .filter(({ rule }) => !covered(rule))
    .map(({ rule, pointer, source, params }) => ({
      pointer,
      rule,
      source,
      text: 'remarkMissing',
      ...(params && { params }),
    }))
}

function remarksGiven(call: Call): Remark[] {
  const { remarks } = call.input as { remarks?: { text: string; ruleIds?: string[]; dueDate?: string }[] }
  if (remarks?.length) return remarks.map((remark, at) => newRemark(call, remark, at))
  const rules = [...new Set(grave(call).map(({ rule }) => rule))]
  return call.comment?.trim() && rules.length > 0 ? [newRemark(call, { text: call.comment, ruleIds: rules })] : []
}

/** Critical and high findings that stay once it is registered. */
function grave(call: Call): ReturnType<typeof findingsOf> {
  const { newest } = call.snapshot
  const record = { data: newest.data, state: 'registered', updatedAt: newest.updatedAt, inForce: true }
  return findingsOf(record, processingContext(call)).filter(({ severity }) => severity === 'K' || severity === 'H')
}

/** Controller and data protection officer as they are now, frozen in the registered revision (DSF 30.1 a). */
function contactsOf(data: ActivityData, { tree }: Actor): ActivityData['contacts'] {
  const controller = controllerNode(tree, data)
  if (!controller) return data.contacts
  const { name, orgNumber, dpoPersonId } = controller
  return { controller: name, ...(orgNumber && { controllerOrgNumber: orgNumber }), ...(dpoPersonId && { dpoPersonId }) }
}

function controllerNode(tree: OrgTree, data: ActivityData): ReturnType<OrgTree['node']> {
  if (data.controllerOrgUnitId) return tree.node(data.controllerOrgUnitId)
  return tree
    .path(data.orgUnitId ?? '')
    .map((id) => tree.node(id))
    .find((node) => node?.kind === 'board' || node?.kind === 'company')
}
