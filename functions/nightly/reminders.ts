import { ownersOf } from '../follow-up/notices/agreement.ts'
import type { Party } from '../follow-up/party.ts'
import type { MailName } from '../mail/mail.ts'
import { activityOutline } from '../processing/activity-outline.ts'
import type { ActivityData } from '../processing/data.ts'
import type { Outline } from '../register/outline.ts'
import type { AgreementData } from '../suppliers/agreement-data.ts'
import { agreementOutline } from '../suppliers/agreement-outline.ts'
import type { SupplierData } from '../suppliers/supplier-data.ts'
import { supplierOutline } from '../suppliers/supplier-outline.ts'

/** What a row of the calendar says of its record. */
export interface DueRow {
  state: string
  orgUnitId?: string
  data: { [field: string]: unknown }
}

/** One sort of reminder: `leadDays` before a day of the calendar; -1 is the day after it has passed. */
export interface Reminder {
  what: MailName
  kind: Outline<object>
  due: string
  leadDays: number
  to(row: DueRow): Party[]
}

const asked = (what: MailName) => (row: DueRow) => {
  const { contactPersonId, responsibleManagerId, initiatorId } = row.data as ActivityData
  return [contactPersonId ?? initiatorId, responsibleManagerId].map((personId) => ({ personId, what }))
}
const askedAndCoordinator = (what: MailName) => (row: DueRow) => [
  ...asked(what)(row),
  { role: 'dpCoordinator', unitIds: [row.orgUnitId], what },
]
const owners = (what: MailName) => (row: DueRow) => ownersOf(row.data as unknown as AgreementData, what)
const owner = (what: MailName) => (row: DueRow) => [{ personId: (row.data as unknown as SupplierData).ownerId, what }]

function remind<T extends object>(
  kind: Outline<T>,
  due: string,
  leadDays: number,
  what: MailName,
  to: (what: MailName) => Reminder['to'],
): Reminder {
  return { what, kind: kind as unknown as Outline<object>, due, leadDays, to: to(what) }
}

/** Every reminder that hangs on a day of the calendar (domain sections 4, 5 and 7); the lead times are house defaults. */
export const reminders: readonly Reminder[] = [
  remind(activityOutline, 'review', 30, 'reviewDue', asked),
  remind(activityOutline, 'review', -1, 'reviewLate', askedAndCoordinator),
  remind(agreementOutline, 'notice', 30, 'giveNotice', owners),
  remind(agreementOutline, 'end', 90, 'agreementEnds', owners),
  remind(agreementOutline, 'objection', 7, 'decideSubProcessor', owners),
  remind(agreementOutline, 'reassessment', 14, 'assessChange', owners),
  remind(agreementOutline, 'followUp', 14, 'followUp', owners),
  remind(supplierOutline, 'followUp', 14, 'followUp', owner),
  remind(supplierOutline, 'reassessment', 14, 'assessChange', owner),
  remind(supplierOutline, 'certificate', 30, 'certificate', owner),
]
