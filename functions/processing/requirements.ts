import type { Missing } from '../register/errors.ts'
import type { ProcessingContext } from './context.ts'
import type { ActivityData } from './data.ts'
import { findingsOf } from './findings.ts'
import { questions } from './form.ts'
import { gap, isEmpty, lacking } from './gap.ts'
import type { Gap } from './question.ts'
import { isProcessorRecord, needsAttestation, needsDpia } from './traits.ts'
import { asMissing, unanswered } from './unanswered.ts'

export type Stage = 'submit' | 'forward' | 'register'

/**
 * What the next step still lacks, in the order of the form. `submit`: the answers of domain section 2 ("Req."; imported
 * records skip them). `forward`: blocking findings, the manager's attestation, an impact assessment begun. `register`:
 * DSF 30.1 a-e (30.2 for a processor's record) and blocking findings; nothing else stands in the way.
 */
export function requirementsFor(stage: Stage, data: ActivityData, context: ProcessingContext): Missing[] {
  if (stage === 'submit') return data.imported ? [] : questions.flatMap((entry) => unanswered(entry, data, context))
  if (stage === 'forward')
    return [...blockingFindings(data, context), ...attestation(data, context), ...assessment(data)]
  return [...blockingFindings(data, context), ...article30(data)]
}

function blockingFindings(data: ActivityData, context: ProcessingContext): Missing[] {
  return findingsOf({ data }, context)
    .filter((finding) => finding.blocks)
    .map(({ pointer, rule, source }) => ({ pointer, rule, source }))
}

function attestation(data: ActivityData, { codes }: ProcessingContext): Missing[] {
  const open = needsAttestation(data, codes) && !data.managerAttestation
  return open ? [asMissing(gap('managerAttestation'), 'K2', 'DSF 5.2, 24')] : []
}

function assessment(data: ActivityData): Missing[] {
  const open = !isProcessorRecord(data) && needsDpia(data) && isEmpty(data.dpiaId) && isEmpty(data.dpiaNotNeededReason)
  return open ? [asMissing(gap('dpiaId'), 'DP-01', 'DSF 35.1, 35.3–4')] : []
}

function article30(data: ActivityData): Missing[] {
  const of = (id: string, source: string, gaps: Gap[]) => gaps.map((open) => asMissing(open, id, source))
  const processor = isProcessorRecord(data)
  const article = processor ? 'DSF 30.2 c' : 'DSF 30.1 e'
  const own = processor
    ? of('A4', 'DSF 30.2 a', lacking(data, 'orgUnitId'))
    : [
        ...of('C1', 'DSF 30.1 c', lacking(data, 'dataSubjectCategories')),
        ...of('D1', 'DSF 30.1 c', lacking(data, 'dataCategories')),
        ...of('F1', 'DSF 30.1 d', data.noRecipients ? [] : lacking(data, 'recipients')),
      ]
  return [
    ...of('A1', processor ? 'DSF 30.2' : 'DSF 30.1', lacking(data, 'name')),
    ...of('A3', 'DSF 30.1–2', lacking(data, 'registerRole')),
    ...own,
    ...of('F3', article, lacking(data, 'thirdCountryTransfer')),
    ...of('F4', article, undocumentedTransfers(data)),
  ]
}

function undocumentedTransfers(data: ActivityData): Gap[] {
  if (data.thirdCountryTransfer !== 'yes') return []
  if (isEmpty(data.transfers)) return [gap('transfers')]
  return (data.transfers ?? []).flatMap((transfer, at) =>
    isEmpty(transfer.country) && isEmpty(transfer.organisation)
      ? [{ pointer: `/transfers/${at}/country`, text: 'F4-country' }]
      : [],
  )
}
