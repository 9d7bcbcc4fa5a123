import * as z from 'zod/mini'
import type { Deps } from '../http/deps.ts'
import { dayOf } from '../register/core.ts'
import { findingSchema } from '../register/finding-schema.ts'
import type { Presenter } from '../http/record-context.ts'
import { askedDay, askedMoment } from './asked-day.ts'
import type { AgreementData } from './agreement-data.ts'
import { findingsOfSupplier } from './findings/supplier.ts'
import type { PresentNeighbours } from './neighbours.ts'
import { shownFindings } from './shown-findings.ts'
import { namesOfCodes } from './content-names.ts'
import { lawInWords, tellFinding } from './finding-sentences.ts'
import { fieldSentence, missingSentence } from './sentences.ts'
import type { SupplierData } from './supplier-data.ts'
import { lastDay, lastNoticeDay, statusOf } from './term.ts'
import { supplierVocabularies } from './vocabulary.ts'

const driftSchema = z.strictObject({
  id: z.string(),
  number: z.optional(z.string()),
  name: z.string(),
  dataCategories: z.array(z.string()),
  subjects: z.array(z.string()),
  countries: z.array(z.string()),
})

const sentences = { missing: missingSentence, field: fieldSentence, law: lawInWords }

/**
 * What an agreement's answer says beyond the envelope: what its dates make of it today, its findings in words, and how far the
 * activities it covers have drifted from the instruction.
 */
export function agreementPresenter(deps: Deps, neighbours: PresentNeighbours): Presenter<AgreementData> {
  return {
    ...sentences,
    memberSchemas: {
      status: z.enum(supplierVocabularies.agreementStatus),
      lastDay: z.optional(z.iso.date()),
      lastNoticeDay: z.optional(z.iso.date()),
      findings: z.array(findingSchema),
      drift: z.array(driftSchema),
    },
    members: async ({ record }, call) => {
      const { actor, language } = call
      const moment = askedMoment(call)
      const today = moment?.day ?? dayOf(deps.now())
      const { state, data } = record
      const about = { today, tree: actor.tree }
      const then = moment && neighbours.at(moment)
      const { findings, drift } = await shownFindings(neighbours, record, about, then)
      const end = lastDay(data, today)
      const notice = lastNoticeDay(data, today)
      return {
        status: statusOf(state, data, today),
        ...(end && { lastDay: end }),
        ...(notice && { lastNoticeDay: notice }),
        findings: findings.map((finding) => tellFinding(finding, language, namesOfCodes)),
        drift,
      }
    },
  }
}

/** What a supplier's answer says beyond the envelope: its findings, and what is to be assessed again. */
export function supplierPresenter(deps: Deps): Presenter<SupplierData> {
  return {
    ...sentences,
    memberSchemas: { findings: z.array(findingSchema) },
    members: ({ record }, call) => ({
      findings: findingsOfSupplier(record, askedDay(call, deps.now())).map((finding) =>
        tellFinding(finding, call.language),
      ),
    }),
  }
}
