import * as z from 'zod/mini'
import { shapeOf } from '../../fields/schema.ts'
import type { Missing } from '../../register/errors.ts'
import type { AgreementData, Reassessment, SubProcessor } from '../agreement-data.ts'
import { assessBy } from '../change-events.ts'
import { isCountry } from '../../fields/country.ts'
import { subProcessorField } from '../fields/agreement.ts'
import type { Reference } from '../supplier-data.ts'
import { compareLists, countriesOf, current, nameKey, nextList } from '../sub-processors.ts'
import { supplierVocabularies } from '../vocabulary.ts'
import { analysisInput, type Call, dataOf, day, lack, owner, type Step } from './call.ts'
import { nextVersion } from './signing.ts'

const live = ['draft', 'negotiation', 'signed', 'active', 'amending']
const row = z.strictObject(shapeOf(subProcessorField.fields ?? [], supplierVocabularies))

/** The supplier has published a list of sub-processors: a version of the annex, and what it calls for. */
export const listSubProcessors: Step = {
  from: live,
  who: owner,
  input: z.strictObject({
    date: z.optional(day),
    source: z.optional(z.string().check(z.maxLength(300))),
    subProcessors: z.array(row).check(z.maxLength(subProcessorField.many ?? 0)),
  }),
  requires: ({ input }) => listFaults(input['subProcessors'] as SubProcessor[]),
  apply: (call) => {
    const { date = call.context.today, source, subProcessors } = call.input as unknown as ListInput
    const data = dataOf(call)
    const list = nextList(data, { date, subProcessors })
    return {
      data: {
        subProcessors: list,
        annexVersions: [...(data.annexVersions ?? []), nextVersion(call, 'subProcessors', date, source)],
        ...(data.bound && { reassessments: [...(data.reassessments ?? []), ...calledFor(data, list, date)] }),
      },
    }
  },
}

interface ListInput {
  date?: string
  source?: string
  subProcessors: SubProcessor[]
}

/** The contract owner approves of sub-processors or objects to them, on a risk analysis; or notes that they are in use or gone. */
export const decideSubProcessor: Step = {
  from: live,
  who: owner,
  input: z.strictObject({
    names: z.array(z.string().check(z.maxLength(160))).check(z.minLength(1), z.maxLength(120)),
    decision: z.enum(['approved', 'objected', 'active', 'ended']),
    date: z.optional(day),
    riskAnalysisId: z.optional(analysisInput),
  }),
  requires: decisionLacks,
  apply: (call) => {
    const { names, decision, date = call.context.today, riskAnalysisId } = call.input as unknown as Decision
    const wanted = new Set(names.map(nameKey))
    const decides = decision === 'approved' || decision === 'objected'
    const list = (dataOf(call).subProcessors ?? []).map((one): SubProcessor => {
      if (!wanted.has(nameKey(one.name))) return one
      return {
        ...one,
        status: decision,
        ...(decides && { decidedAt: date, decidedBy: call.actor.personId }),
        ...(riskAnalysisId && { riskAnalysisId }),
        ...(decision === 'ended' && { endedAt: date }),
      }
    })
    const closing = riskAnalysisId?.date ? riskAnalysisId : undefined
    return { data: { subProcessors: list, ...(closing && { reassessments: closedBy(call, closing, list) }) } }
  },
}

interface Decision {
  names: string[]
  decision: 'approved' | 'objected' | 'active' | 'ended'
  date?: string
  riskAnalysisId?: Reference
}

/** What has changed has been assessed again. */
export const assess: Step = {
  from: live,
  who: owner,
  input: z.strictObject({
    ids: z.array(z.string().check(z.maxLength(100))).check(z.minLength(1), z.maxLength(100)),
    riskAnalysisId: analysisInput,
  }),
  requires: (call) => {
    const { ids, riskAnalysisId } = call.input as { ids: string[]; riskAnalysisId: Reference }
    const open = (dataOf(call).reassessments ?? []).filter((one) => !one.closedAt).map(({ id }) => id)
    return [
      ...ids.filter((id) => !open.includes(id)).map(() => lack('/reassessments', 'noSuchReassessment', '')),
      ...(riskAnalysisId.date ? [] : [lack('/riskAnalysisId/date', 'riskAnalysisDate', 'DSF 32')]),
    ]
  },
  apply: (call) => {
    const { ids, riskAnalysisId } = call.input as { ids: string[]; riskAnalysisId: Reference }
    const reassessments = (dataOf(call).reassessments ?? []).map((one) =>
      ids.includes(one.id) ? closed(one, call, riskAnalysisId) : one,
    )
    return { data: { reassessments } }
  },
}

function listFaults(list: readonly SubProcessor[]): Missing[] {
  const keys = list.map(({ name }) => nameKey(name))
  return list.flatMap(({ name, country, countries = [] }, at) => [
    ...(keys.indexOf(keys[at]!) < at ? [lack(`/subProcessors/${at}/name`, 'twice', '', { name })] : []),
    ...[...(country ? [country] : []), ...countries]
      .filter((code) => !isCountry(code))
      .map((code) => lack(`/subProcessors/${at}/country`, 'noCountry', '', { code })),
  ])
}

/** New names and new countries of a list that binds are to be assessed within sixty days. */
function calledFor(before: AgreementData, list: readonly SubProcessor[], at: string): Reassessment[] {
  const old = before.subProcessors ?? []
  const names = compareLists(old, list).added.map(({ name }) => name)
  const known = countriesOf(current(old))
  const countries = countriesOf(current(list)).filter((country) => !known.includes(country))
  const version = (before.annexVersions ?? []).filter(({ annex }) => annex === 'subProcessors').length + 1
  const due = assessBy(at)
  return [
    ...(names.length > 0 ? [{ id: `sub-${version}`, trigger: 'newSubProcessor' as const, names, at, due }] : []),
    ...(countries.length > 0
      ? [{ id: `country-${version}`, trigger: 'newCountry' as const, names: countries, at, due }]
      : []),
  ]
}

/** A decision is made on a risk analysis, and of somebody who is on the list. */
function decisionLacks(call: Call): Missing[] {
  const { names, decision, riskAnalysisId } = call.input as unknown as Decision
  const listed = new Set((dataOf(call).subProcessors ?? []).map(({ name }) => nameKey(name)))
  const analysed = !!riskAnalysisId?.date || !!riskAnalysisId?.diaryNumber
  const decides = decision === 'approved' || decision === 'objected'
  return [
    ...names
      .filter((name) => !listed.has(nameKey(name)))
      .map((name) => lack('/names', 'noSuchSubProcessor', '', { name })),
    ...(decides && !analysed ? [lack('/riskAnalysisId', 'riskAnalysis', 'DSF 28.2, 32')] : []),
  ]
}

/** Reassessments of new names close when all of them have been decided about on a dated analysis. */
function closedBy(call: Call, analysis: Reference, list: readonly SubProcessor[]): Reassessment[] {
  const decided = new Set(
    list.filter(({ decidedAt, status }) => decidedAt || status === 'ended').map(({ name }) => nameKey(name)),
  )
  return (dataOf(call).reassessments ?? []).map((one) =>
    !one.closedAt && one.trigger === 'newSubProcessor' && one.names.every((name) => decided.has(nameKey(name)))
      ? closed(one, call, analysis)
      : one,
  )
}

function closed(one: Reassessment, { actor, context }: Call, riskAnalysisId: Reference): Reassessment {
  return { ...one, riskAnalysisId, closedAt: context.now, closedBy: actor.personId }
}
