import type { ComponentChildren, JSX } from 'preact'
import type { Field, FieldSection } from '../../functions/fields/field.ts'
import { isMasked, Secrecy } from '../components/secrecy.tsx'
import { FieldControl } from './field-control.tsx'
import { fieldLabel, type FormWords, sectionHeading } from './form-words.ts'

interface Props {
  words: FormWords
  section: FieldSection
  isAsked: (field: string, data: Props['data']) => boolean
  data: { [name: string]: unknown }
  first: boolean
  children?: ComponentChildren
}

/** The fields of one section that the other answers call for; a field that may not be read is said to be secret. */
export function FormSection({ words, section, isAsked, data, first, children }: Props): JSX.Element {
  const fields = section.fields.filter((field) => !field.managed && isAsked(field.name, data))
  const id = `del-${section.id}`
  return (
    <section class="fk-sec" data-first={first ? '' : undefined} aria-labelledby={id}>
      <header>
        <h2 class="fk-h2" id={id} tabIndex={-1}>
          {sectionHeading(words, section.id)}
        </h2>
      </header>
      <div class="fk-fieldgrid">
        {fields.map((field) => {
          const value = data[field.name]
          return isMasked(value) ? (
            <p key={field.name} data-wide>
              <b>{fieldLabel(words, [field.name])}</b> <Secrecy provision={value.secrecy} />
            </p>
          ) : (
            <div key={field.name} data-wide={isWide(field) ? '' : undefined}>
              <FieldControl field={field} pointer={`/${field.name}`} path={[field.name]} />
            </div>
          )
        })}
      </div>
      {children}
    </section>
  )
}

/** Takes the whole width: what is long, and what holds several things. */
function isWide({ type, many, max = 0 }: Field): boolean {
  return many !== undefined || type === 'longText' || type === 'group' || (type === 'text' && max > 150)
}
