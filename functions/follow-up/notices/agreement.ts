import type { AgreementData } from '../../suppliers/agreement-data.ts'
import { nameKey } from '../../suppliers/sub-processors.ts'
import type { MailName } from '../../mail/mail.ts'
import type { Party, Step } from '../party.ts'

const bound = ['active', 'amending']
const waitsForChecklist = ['signed', 'amending']

/** Who is told of a change of an agreement: its owner of what to decide or assess, a coordinator of a checklist to confirm. */
export function agreementParties({ before, after }: Step<AgreementData>): Party[] {
  // One that comes into being signed or active was read in from somewhere: hundreds may be, and the lists show them.
  if (!before) return []
  const { data, state } = after
  const added = bound.includes(state) && proposedNames(data).some((name) => !proposedNames(before.data).includes(name))
  const assess = openIds(data).some((id) => !openIds(before.data).includes(id))
  const checklist = isUnconfirmed(state, data) && !isUnconfirmed(before.state, before.data)
  const handed = data.ownerId !== before.data.ownerId
  return [
    ...(added ? ownersOf(data, 'decideSubProcessor') : []),
    ...(assess ? ownersOf(data, 'assessChange') : []),
    ...(handed ? [{ personId: data.ownerId, what: 'owner' as const }] : []),
    ...(checklist
      ? [
          {
            role: 'dpCoordinator',
            unitIds: data.controllerOrgUnitIds,
            within: true,
            what: 'confirmChecklist' as const,
          },
        ]
      : []),
  ]
}

/** The owner of an agreement; where nobody owns it, the contract owners over the controllers that are party to it. */
export function ownersOf(data: Pick<AgreementData, 'ownerId' | 'controllerOrgUnitIds'>, what: MailName): Party[] {
  const { ownerId, controllerOrgUnitIds } = data
  return [ownerId ? { personId: ownerId, what } : { role: 'contractOwner', unitIds: controllerOrgUnitIds ?? [], what }]
}

function proposedNames(data: AgreementData): string[] {
  return (data.subProcessors ?? []).filter(({ status }) => status === 'proposed').map(({ name }) => nameKey(name))
}

function openIds(data: AgreementData): string[] {
  return (data.reassessments ?? []).filter(({ closedAt }) => !closedAt).map(({ id }) => id)
}

function isUnconfirmed(state: string, { type, checklistConfirmation }: AgreementData): boolean {
  return type === 'pub' && waitsForChecklist.includes(state) && !checklistConfirmation
}
