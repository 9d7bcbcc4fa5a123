import type { JSX } from 'preact'
import type { Field } from '../../../functions/fields/field.ts'
import { isMasked, Secrecy } from '../../components/secrecy.tsx'
import type { Names } from '../../directory/names.ts'
import { valueLines } from '../../forms/field-value.ts'
import { elementId } from '../../notification/pointer.ts'
import { recordAddress } from '../../router/record-address.ts'
import { partyFieldLabel } from '../fields.ts'

interface Props {
  id: string
  heading: string
  fields: readonly Field[]
  data: object
  names: Names
}

/** What is known under one heading; what nobody has answered is left out, and the heading with it. */
export function FieldRows({ id, heading, fields, data, names }: Props): JSX.Element | null {
  const values = data as { [name: string]: unknown }
  const shown = fields.filter(({ name }) => isKnown(values[name]))
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
            <dt>{partyFieldLabel(field.name)}</dt>
            <dd>
              <FieldValue field={field} value={values[field.name]} names={names} />
            </dd>
            <dd />
          </div>
        ))}
      </dl>
    </section>
  )
}

/** A field's value, with links where it names other records. */
export function FieldValue({ field, value, names }: { field: Field; value: unknown; names: Names }): JSX.Element {
  if (isMasked(value)) return <Secrecy provision={value.secrecy} />
  const ids = field.type === 'ref' ? (Array.isArray(value) ? (value as string[]) : [String(value)]) : []
  if (field.kind && recordAddress(field.kind, '')) {
    return (
      <ul class="fk-plain" data-gap>
        {ids.map((id) => (
          <li key={id}>
            <a class="ds-link" href={recordAddress(field.kind!, id)}>
              {names.record(id)}
            </a>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <>
      {valueLines('supplier', field, value, names, [field.name]).map((line, i) => (
        <p key={i} class="fk-pre">
          {line}
        </p>
      ))}
    </>
  )
}

function isKnown(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}
