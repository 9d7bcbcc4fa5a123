import type { JSX } from 'preact'
import { readRecord } from '../../api/records.ts'
import type { Full, Revision } from '../../api/record.ts'
import { type Answer, answerText, isAnswered } from '../../answers/answer.ts'
import type { ComparedRow } from '../../compare/compare.ts'
import { isMasked } from '../../components/secrecy.tsx'
import { type Names, useNames } from '../../directory/names.ts'
import { valueLines } from '../../forms/field-value.ts'
import { HistoryPart } from '../../record/history-part.tsx'
import { hasText, t } from '../../text/text.ts'
import { partyFieldLabel, partyFields, type Party } from '../fields.ts'
import { supplierCode } from '../words.ts'
import { partAddress } from './place.ts'

type Any = Full<{ [field: string]: unknown }>

interface Props {
  party: Party
  plural: string
  own: string
  id: string
  revisions: readonly Revision[]
}

const beside = ['annexVersions', 'bound', 'reassessments', 'documents', 'soleTrader']
const isAnswer = (pointer: string): boolean => !beside.includes(pointer.split('/')[1] ?? '')

/** Who changed it, and any two of its revisions field by field. */
export function RecordHistory({ party, plural, own, id, revisions }: Props): JSX.Element {
  const names = useNames()
  return (
    <HistoryPart<Any>
      plural={plural}
      id={id}
      revisions={revisions}
      hrefOf={(revision) => partAddress(own, { part: 'oversikt', revision })}
      didText={({ transition, first }) => {
        const key = `supplier-parts.did.${transition ?? (first === 1 ? 'created' : 'saved')}`
        return t(hasText(key) ? key : 'supplier-parts.did.saved')
      }}
      isAnswer={isAnswer}
      read={(revision) => readRecord(plural, id, { revision })}
      compare={(before, after) => compared(party, before, after, names)}
    />
  )
}

function compared(party: Party, before: Any, after: Any, names: Names): ComparedRow[] {
  const rows = partyFields(party).map((field) => {
    const read = ({ data }: Any): Answer => {
      const value = data[field.name]
      if (isMasked(value)) return { lines: [], secrecy: value.secrecy }
      return { lines: valueLines('supplier', field, value, names, [field.name]) }
    }
    return { id: field.name, label: partyFieldLabel(field.name), before: read(before), after: read(after) }
  })
  const stateOf = ({ state }: Any): Answer => ({
    lines: [party === 'agreement' ? supplierCode('agreementStatus', state) : t(`suppliers.supplier.state.${state}`)],
  })
  const state = { id: 'state', label: t('supplier-record.state'), before: stateOf(before), after: stateOf(after) }
  return [state, ...rows]
    .filter((row) => isAnswered(row.before) || isAnswered(row.after))
    .map((row) => ({ ...row, isChanged: answerText(row.before) !== answerText(row.after) }))
}
