import type { Key } from '../store/store.ts'
import { pendingMail } from '../store/changes.ts'

/** Why somebody is written to. It decides which page the link leads to and is never in the mail itself. */
export const mailNames = [
  'receipt',
  'returned',
  'attest',
  'take',
  'review',
  'register',
  'registered',
  'notRegistrable',
  'confirmEnd',
  'confirmRefusal',
  'declined',
  'remark',
  'remarkAnswered',
  'ended',
  'missingSupplier',
  'confirmChecklist',
  'decideSubProcessor',
  'assessChange',
  'owner',
  'systemLeaves',
  'reviewDue',
  'reviewLate',
  'returnedSoon',
  'returnedLate',
  'giveNotice',
  'agreementEnds',
  'followUp',
  'certificate',
  'feedSilent',
] as const
export type MailName = (typeof mailNames)[number]

/** One mail to one person about one record. Ids only: name, address and language are looked up when it is sent. */
export interface Mail {
  id: string
  personId: string
  what: MailName
  kind: string
  recordId: string
  /** The record's human number, when it has one. */
  number?: string
  orgUnitId?: string
  /** RFC 3339: when it was put in the outbox. */
  at: string
}

/** A mail that is done with: sent to somebody, or not to anybody and why. */
export interface SettledMail extends Mail {
  settledAt: string
  outcome: 'sent' | 'nobody' | 'givenUp' | 'rejected'
  /** Who got it; another than `personId` when that person has no address. */
  sentTo?: string
  /** SHA-256 of the address it went to. */
  address?: string
  language?: 'sv' | 'en'
}

/** A sender at work on a mail, so that two do not send it. */
export interface Claim {
  at: string
  sentTo: string
  /** SHA-256 of the address, so that a bounce is held against this one alone. */
  address: string
}

/** An address that is not written to again. */
export interface Unreachable {
  personId: string
  what: 'bounce' | 'complaint'
  at: string
  address: string
}

/** Where everything about mail is kept. */
export const mailKeys = {
  pending: (id: string): Key => ({ pk: pendingMail, sk: id }),
  claim: (id: string): Key => ({ pk: `mail#claim#${id}`, sk: 'head' }),
  settled: (id: string): Key => ({ pk: settledMails, sk: id }),
  unreachable: (personId: string): Key => ({ pk: unreachablePeople, sk: personId }),
  /** That somebody was told, and when: once for each occasion. */
  told: (what: string, id: string, on: string): Key => ({ pk: `sent#${what}#${id}`, sk: on }),
}

export const settledMails = 'mail#settled'
export const unreachablePeople = 'mail#unreachable'
export { pendingMail }
