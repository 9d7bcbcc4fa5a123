import type { MailName } from '../mail/mail.ts'

/** Somebody who is told, and of what: a person, or those who hold a role over units. */
export type Party =
  | { personId: string | undefined; what: MailName }
  | { role: string; unitIds: readonly (string | undefined)[]; within?: boolean; what: MailName }

/** A record before and after one change of it. */
export interface Step<T> {
  before?: { state: string; data: T; proposed?: { transition: string; by: string }; remarks?: readonly StepRemark[] }
  after: {
    id: string
    state: string
    revision: number
    registeredRevision?: number
    data: T
    proposed?: { transition: string; by: string }
    remarks?: readonly StepRemark[]
  }
  transition?: string
}

export interface StepRemark {
  id: string
  by: string
  answer?: object
}
