import * as z from 'zod/mini'
import { documentsShape } from '../documents/document.ts'
import { shapeOf } from '../fields/schema.ts'
import type { AgreementData } from './agreement-data.ts'
import { agreementFields } from './fields/agreement.ts'
import { secrecyMarksShape } from './secrecy-marks.ts'
import { supplierVocabularies } from './vocabulary.ts'

const day = z.iso.date()
const time = z.string().check(z.maxLength(40))
const short = z.string().check(z.maxLength(300))
const analysis = z.strictObject({
  diaryNumber: z.optional(short),
  date: z.optional(day),
  result: z.optional(z.string().check(z.maxLength(500))),
  note: z.optional(z.string().check(z.maxLength(1000))),
})

/** What transitions and the product itself write. */
const managedShape = {
  checklistConfirmation: z.optional(z.strictObject({ by: short, at: time })),
  annexVersions: z.optional(
    z.array(
      z.strictObject({
        annex: z.enum(['instruction', 'subProcessors']),
        version: z.int(),
        date: day,
        revision: z.int(),
        source: z.optional(short),
      }),
    ),
  ),
  reassessments: z.optional(
    z.array(
      z.strictObject({
        id: short,
        trigger: z.enum(supplierVocabularies.reassessmentTrigger),
        names: z.array(short),
        at: day,
        due: day,
        riskAnalysisId: z.optional(analysis),
        closedAt: z.optional(time),
        closedBy: z.optional(short),
      }),
    ),
  ),
  documents: documentsShape(supplierVocabularies.documentPart),
  secrecyMarks: secrecyMarksShape,
  closeReason: z.optional(z.string().check(z.maxLength(2000))),
  bound: z.optional(z.boolean()),
}

export const managedFields = Object.keys(managedShape)

/** The shape of an agreement's `data`: its fields, and what transitions write. */
export const agreementSchema = z.strictObject({
  ...shapeOf(agreementFields, supplierVocabularies),
  controllerOrgUnitIds: z
    .array(z.string().check(z.regex(/^[a-z]+_[0-9A-Za-z]{1,40}$/)))
    .check(z.minLength(1), z.maxLength(20)),
  ...managedShape,
}) as unknown as z.ZodMiniType<AgreementData>
