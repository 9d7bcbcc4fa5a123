import type { ComponentChildren, JSX } from 'preact'
import type { Field } from '../../functions/fields/field.ts'
import { isMasked, Secrecy } from '../components/secrecy.tsx'
import type { Names } from '../directory/names.ts'
import { elementId } from '../notification/pointer.ts'
import { recordAddress } from '../router/record-address.ts'
import { t } from '../text/text.ts'
import { valueLines } from './field-value.ts'
import { fieldLabel, type FormWords } from './form-words.ts'

interface Props {
  words: FormWords
  /** Id of the heading. */
  id: string
  heading: string
  fields: readonly Field[]
  data: object
  names: Names
  /** Fields that are shown although nobody has answered them. */
  isShown?: (field: Field) => boolean
  /** What stands under a field's value. */
  under?: (field: Field) => ComponentChildren
}

/** What is known under one heading; what nobody has answered is left out, and the heading with it. */
export function FieldRows({ words, id, heading, fields, data, names, isShown, under }: Props): JSX.Element | null {
  const values = data as { [name: string]: unknown }
  const shown = fields.filter((field) => isKnown(values[field.name]) || isShown?.(field))
  if (shown.length === 0) return null
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
            <dt>{fieldLabel(words, [field.name])}</dt>
            <dd>
              <FieldValue words={words} field={field} value={values[field.name]} names={names} />
              {under?.(field)}
            </dd>
            <dd />
          </div>
        ))}
      </dl>
    </section>
  )
}

/** A field's value, with links where it names other records. */
function FieldValue({ words, field, value, names }: ValueProps): JSX.Element {
  if (isMasked(value)) return <Secrecy provision={value.secrecy} />
  if (!isKnown(value)) return <span class="fk-dim">{t('parts.empty')}</span>
  if (field.kind && recordAddress(field.kind, '')) {
    return (
      <ul class="fk-plain" data-gap>
        {[value].flat().map((id) => (
          <li key={id}>
            <a class="ds-link" href={recordAddress(field.kind!, String(id))}>
              {names.record(String(id))}
            </a>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <>
      {valueLines(words, field, value, names, [field.name]).map((line, i) => (
        <p key={i} class={field.identifier ? 'fk-id' : 'fk-pre'}>
          {line}
        </p>
      ))}
    </>
  )
}

interface ValueProps extends Pick<Props, 'words' | 'names'> {
  field: Field
  value: unknown
}

function isKnown(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}
