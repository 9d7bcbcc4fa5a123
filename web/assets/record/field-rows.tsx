import type { JSX } from 'preact'
import type { Field, FieldSection } from '../../../functions/fields/field.ts'
import { isMasked, Secrecy } from '../../components/secrecy.tsx'
import type { Names } from '../../directory/names.ts'
import { valueLines } from '../../forms/field-value.ts'
import { elementId } from '../../notification/pointer.ts'
import { recordAddress } from '../../router/record-address.ts'
import { t } from '../../text/text.ts'
import { assetFieldLabel } from '../fields.ts'
import type { AssetDossier } from './dossier.ts'
import { SourceSays, saidOf } from './source-says.tsx'

interface Props {
  heading: string
  section: FieldSection
  dossier: AssetDossier
  names: Names
  onChange: () => void
}

/** One section of what is known of an asset; what nobody has answered is left out. */
export function FieldRows({ heading, section, dossier, names, onChange }: Props): JSX.Element | null {
  const { record } = dossier
  const shown = section.fields.filter(
    (field) => !field.managed && (isKnown(record.data[field.name]) || saidOf(record, field.name) !== undefined),
  )
  if (shown.length === 0) return null
  const id = `del-${section.id}`
  return (
    <section class="fk-sec" aria-labelledby={id}>
      <header>
        <h2 class="fk-h2" id={id}>
          {heading}
        </h2>
      </header>
      <dl class="fk-ans">
        {shown.map((field) => (
          <div key={field.name} id={elementId(`/${field.name}`)}>
            <dt>{assetFieldLabel(field.name)}</dt>
            <dd>
              <FieldValue field={field} value={record.data[field.name]} names={names} />
              <Origin origin={(record.data['origins'] as { [name: string]: string } | undefined)?.[field.name]} />
              <SourceSays dossier={dossier} field={field} names={names} onChange={onChange} />
            </dd>
            <dd />
          </div>
        ))}
      </dl>
    </section>
  )
}

function isKnown(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}

function FieldValue({ field, value, names }: { field: Field; value: unknown; names: Names }): JSX.Element {
  if (isMasked(value)) return <Secrecy provision={value.secrecy} />
  if (!isKnown(value)) return <span class="fk-dim">{t('parts.empty')}</span>
  const ids = field.type === 'ref' ? (Array.isArray(value) ? (value as string[]) : [String(value)]) : []
  const linked = ids.map((id) => ({ id, href: field.kind && recordAddress(field.kind, id) }))
  if (linked.some(({ href }) => href)) {
    return (
      <ul class="fk-plain">
        {linked.map(({ id, href }) => (
          <li key={id}>
            <a class="ds-link" href={href}>
              {names.record(id)}
            </a>
          </li>
        ))}
      </ul>
    )
  }
  const lines = valueLines('asset', field, value, names, [field.name])
  return (
    <>
      {lines.map((line, i) => (
        <p key={i} class={field.identifier ? 'fk-id' : 'fk-pre'}>
          {line}
        </p>
      ))}
    </>
  )
}

/** Where a value comes from, when it is not written by hand. */
function Origin({ origin }: { origin: string | undefined }): JSX.Element | null {
  const source = /^(?:feed|import):(.+)$/.exec(origin ?? '')?.[1]
  return source ? <p class="fk-small fk-dim">{t('asset-record.from', { source })}</p> : null
}
