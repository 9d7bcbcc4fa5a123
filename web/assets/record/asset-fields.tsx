import type { JSX } from 'preact'
import type { FieldSection } from '../../../functions/fields/field.ts'
import type { Names } from '../../directory/names.ts'
import { FieldRows } from '../../forms/field-rows.tsx'
import { sectionHeading } from '../../forms/form-words.ts'
import { t } from '../../text/text.ts'
import type { AssetDossier } from './dossier.ts'
import { saidOf, SourceSays } from './source-says.tsx'

interface Props {
  section: FieldSection
  dossier: AssetDossier
  names: Names
  onChange: () => void
}

/** One section of what is known of an asset, with where it comes from and what its source says instead. */
export function AssetFields({ section, dossier, names, onChange }: Props): JSX.Element {
  const { record } = dossier
  const origins = record.data['origins'] as { [name: string]: string } | undefined
  return (
    <FieldRows
      words="asset"
      id={`del-${section.id}`}
      heading={sectionHeading('asset', section.id)}
      fields={section.fields.filter(({ managed }) => !managed)}
      data={record.data}
      names={names}
      isShown={({ name }) => saidOf(record, name) !== undefined}
      under={(field) => (
        <>
          <Origin origin={origins?.[field.name]} />
          <SourceSays dossier={dossier} field={field} names={names} onChange={onChange} />
        </>
      )}
    />
  )
}

/** Where a value comes from, when it is not written by hand. */
function Origin({ origin }: { origin: string | undefined }): JSX.Element | null {
  const source = /^(?:feed|import):(.+)$/.exec(origin ?? '')?.[1]
  return source ? <p class="fk-small fk-dim">{t('asset-record.from', { source })}</p> : null
}
