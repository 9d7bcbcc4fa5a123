import * as z from 'zod/mini'
import { date, line, recordId } from './field.ts'

export const agreementTypes = [
  'pub',
  'service',
  'secrecy',
  'jointController',
  'sharedRecords',
  'remoteAccess',
  'sla',
  'disposal',
] as const

export const agreementStates = ['draft', 'negotiation', 'signed', 'active', 'amending', 'terminated', 'closed'] as const

export const agreementSchema = z.strictObject({
  name: line(120).check(z.minLength(2)),
  type: z.optional(z.enum(agreementTypes)),
  supplierId: z.optional(recordId),
  controllerOrgUnitIds: z.array(recordId).check(z.minLength(1), z.maxLength(20)),
  ownerId: z.optional(recordId),
  diaryNumber: z.optional(line(80)),
  signedAt: z.optional(date),
  validFrom: z.optional(date),
  validTo: z.optional(date),
})

export type AgreementData = z.infer<typeof agreementSchema>
