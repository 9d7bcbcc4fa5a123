import { code, date, type Field, group, longText, ref, text, yesNo } from '../fields/field.ts'
import { disposalField, dataReturnField } from './fields/any-asset.ts'
import type { AssetKindName } from './sections.ts'

const change: readonly Field[] = [
  date('at'),
  longText('description', 1000, { required: true }),
  yesNo('tested'),
  ref('approvedBy', 'person'),
  yesNo('major'),
  yesNo('protectionBypass'),
  text('riskAnalysisRef', 100),
]

const fields: { readonly [transition: string]: readonly Field[] } = {
  phaseOut: [date('plannedEndAt'), longText('exitDataPlan', 1000)],
  decommission: [date('decommissionedAt'), dataReturnField],
  dispose: [yesNo('hasStorageMedia'), disposalField],
  takeOutOfService: [code('hold')],
  reportMissing: [group('incident', [text('system', 80), text('ref', 120), date('date')])],
  recordChange: change,
  verify: [date('lastVerifiedAt')],
  markSecret: [
    text('fieldPath', 120, { required: true }),
    text('provision', 40, { required: true }),
    date('markedAt'),
    text('markedByAuthority', 120),
  ],
  liftSecrecy: [text('fieldPath', 120, { required: true })],
  takeSource: [text('fields', 60, { many: 60, required: true })],
}

/** Answers that only some kinds of assets keep. */
const keptBy: { readonly [field: string]: readonly AssetKindName[] } = {
  exitDataPlan: ['application'],
  dataReturn: ['application'],
  hasStorageMedia: ['equipment', 'medicalDevice'],
}

/** What a transition of a kind asks for, as a form. Labels are those of the fields in `fields.json`, or of `transitions`. */
export function transitionFields(kind: AssetKindName, transition: string): readonly Field[] {
  return (fields[transition] ?? []).filter(({ name }) => keptBy[name]?.includes(kind) ?? true)
}
