import { code, date, type Field, group, longText, ref, text, yesNo } from '../fields/field.ts'
import { disposalField } from './fields/any-asset.ts'

const change: readonly Field[] = [
  date('at'),
  longText('description', 1000, { required: true }),
  yesNo('tested'),
  ref('approvedBy', 'person'),
  yesNo('major'),
  yesNo('protectionBypass'),
  text('riskAnalysisRef', 100),
]

/** What each transition asks for, as a form. Labels are those of the fields in `fields.json`, or of `transitions`. */
export const transitionFields: { readonly [transition: string]: readonly Field[] } = {
  phaseOut: [date('plannedEndAt'), longText('exitDataPlan', 1000)],
  decommission: [date('decommissionedAt')],
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
