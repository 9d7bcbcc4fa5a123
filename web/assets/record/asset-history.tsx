import type { JSX } from 'preact'
import { readRecord } from '../../api/records.ts'
import { answerText, isAnswered, type Answer } from '../../answers/answer.ts'
import type { ComparedRow } from '../../compare/compare.ts'
import { isMasked } from '../../components/secrecy.tsx'
import { useNames, type Names } from '../../directory/names.ts'
import { valueLines } from '../../forms/field-value.ts'
import { HistoryPart } from '../../record/history-part.tsx'
import { hasText, t } from '../../text/text.ts'
import type { AssetKindName, AssetRecord } from '../asset.ts'
import { assetFieldLabel, fieldsOf } from '../fields.ts'
import type { AssetDossier } from './dossier.ts'
import { partAddress } from './parts.ts'

const beside = ['origins', 'sourceSays', 'secretSourceSays', 'findingCounts', 'stateBefore', 'externalIds', 'documents']
const isAnswer = (pointer: string): boolean => !beside.includes(pointer.split('/')[1] ?? '')

/** Who changed the asset, and any two of its revisions field by field. */
export function AssetHistory({ dossier }: { dossier: AssetDossier }): JSX.Element {
  const { kind, record, revisions } = dossier
  const names = useNames()
  return (
    <HistoryPart<AssetRecord>
      plural={kind.plural}
      id={record.id}
      revisions={revisions}
      hrefOf={(revision) => partAddress(kind, record.id, { part: 'oversikt', revision })}
      didText={({ transition, first }) => {
        const key = `asset-record.did.${transition ?? (first === 1 ? 'created' : 'saved')}`
        return t(hasText(key) ? key : 'asset-record.did.saved')
      }}
      isAnswer={isAnswer}
      read={(revision) => readRecord(kind.plural, record.id, { revision })}
      compare={(before, after) => compared(kind.name, before, after, names)}
    />
  )
}

function compared(kind: AssetKindName, before: AssetRecord, after: AssetRecord, names: Names): ComparedRow[] {
  const rows = fieldsOf(kind).map((field) => {
    const read = ({ data }: AssetRecord): Answer => {
      const value = data[field.name]
      if (isMasked(value)) return { lines: [], secrecy: value.secrecy }
      return { lines: valueLines('asset', field, value, names, [field.name]) }
    }
    return { id: field.name, label: assetFieldLabel(field.name), before: read(before), after: read(after) }
  })
  const state = {
    id: 'state',
    label: t('asset-record.fact.state'),
    before: { lines: [t(`parts.state.${before.state}`)] },
    after: { lines: [t(`parts.state.${after.state}`)] },
  }
  return [state, ...rows]
    .filter((row) => isAnswered(row.before) || isAnswered(row.after))
    .map((row) => ({ ...row, isChanged: answerText(row.before) !== answerText(row.after) }))
}
