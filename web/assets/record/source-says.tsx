import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Field } from '../../../functions/fields/field.ts'
import { Problem } from '../../api/problem.ts'
import { moveRecord } from '../../api/records.ts'
import { isMasked } from '../../components/secrecy.tsx'
import type { Names } from '../../directory/names.ts'
import { valueLines } from '../../forms/field-value.ts'
import { announce } from '../../shell/announcer.tsx'
import { dateText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import type { AssetRecord } from '../asset.ts'
import { assetFieldLabel } from '../fields.ts'
import type { AssetDossier } from './dossier.ts'

interface Said {
  source: string
  value: unknown
  /** Absent when the source spoke before somebody changed the field. */
  at?: string
}

/** What a source says of a field that somebody has answered by hand. */
export function saidOf({ data }: AssetRecord, field: string): Said | undefined {
  for (const place of ['sourceSays', 'secretSourceSays']) {
    const said = data[place]
    if (said && !isMasked(said) && typeof said === 'object' && field in said)
      return (said as { [name: string]: Said })[field]
  }
  return undefined
}

interface Props {
  dossier: AssetDossier
  field: Field
  names: Names
  onChange: () => void
}

/** "Källan sccm säger Koncernkontoret": shown beside the value written by hand, and taken with one press. */
export function SourceSays({ dossier, field, names, onChange }: Props): JSX.Element | null {
  const { kind, record } = dossier
  const [error, setError] = useState<string>()
  const said = saidOf(record, field.name)
  if (!said) return null
  const value = valueLines('asset', field, said.value, names, [field.name]).join(', ') || t('parts.empty')
  const take = async (): Promise<void> => {
    try {
      await moveRecord(kind.plural, record.id, record.revision, 'takeSource', { data: { fields: [field.name] } })
      announce(t('asset-record.taken', { field: assetFieldLabel(field.name), value }))
      onChange()
    } catch (problem) {
      const stale = problem instanceof Problem && problem.status === 412
      setError(t(stale ? 'asset-record.changedMeanwhile' : 'parts.trouble.server.text'))
    }
  }
  return (
    <div class="fk-sug fk-mt-s">
      <p>
        {t('asset-record.says', { source: said.source, value })}{' '}
        {said.at && <span class="fk-small fk-dim">{dateText(said.at)}</span>}
      </p>
      {record.allowed.includes('takeSource') && (
        <button type="button" class="ds-button fk-btn-s" data-variant="secondary" onClick={() => void take()}>
          {t('asset-record.take')}
          <span class="ds-sr-only"> {assetFieldLabel(field.name)}</span>
        </button>
      )}
      {error && (
        <p class="fk-small" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
