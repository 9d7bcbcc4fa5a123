import type { FunctionComponent, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Field } from '../../functions/fields/field.ts'
import { Icon } from '../components/icon.tsx'
import { Notes, type FieldText } from '../fields/described.tsx'
import { elementId, valueAt } from '../notification/pointer.ts'
import { t } from '../text/text.ts'
import { useFormScope } from './form-scope.ts'
import type { FieldPath } from './form-words.ts'

interface Props {
  field: Field
  pointer: string
  path: FieldPath
  text: FieldText
  /** The control of any field within. */
  control: Control
}

/** The control for any field, handed to groups, which hold others. */
export type Control = FunctionComponent<{ field: Field; pointer: string; path: FieldPath }>

/** Attributes that belong together: folded until they are needed; with several rows, each in a box of its own. */
export function GroupControl(props: Props): JSX.Element {
  return props.field.many === undefined ? <OneGroup {...props} /> : <Rows {...props} />
}

function OneGroup({ field, pointer, path, text, control }: Props): JSX.Element {
  const scope = useFormScope()
  const value = valueAt(scope.data, pointer)
  const wrong = [...scope.errors.keys()].some((key) => key === pointer || key.startsWith(`${pointer}/`))
  return (
    <details class="fk-why" id={elementId(pointer)} open={value !== undefined || wrong}>
      <summary>{text.label}</summary>
      <div class="fk-stack">
        <Notes pointer={pointer} text={text} />
        <Inner fields={field.fields ?? []} pointer={pointer} path={path} control={control} />
      </div>
    </details>
  )
}

function Rows({ field, pointer, path, text, control }: Props): JSX.Element {
  const scope = useFormScope()
  const rows = (valueAt(scope.data, pointer) as object[] | undefined) ?? []
  const box = useRef<HTMLFieldSetElement>(null)
  const focusRow = useRef<number>(undefined)
  useEffect(() => {
    if (focusRow.current === undefined) return
    box.current?.querySelectorAll<HTMLElement>('[data-row]')[focusRow.current]?.focus()
    focusRow.current = undefined
  })
  const remove = (at: number): void => {
    const next = rows.filter((_, position) => position !== at)
    scope.set(pointer, next.length ? next : undefined)
    focusRow.current = Math.max(0, at - 1)
  }
  return (
    <fieldset ref={box} class="ds-fieldset fk-inner" id={elementId(pointer)} tabIndex={-1}>
      <legend class="ds-label">{text.label}</legend>
      <Notes pointer={pointer} text={text} />
      {rows.length > 0 && (
        <ol class="fk-rows">
          {rows.map((_, at) => (
            <li key={at} data-row tabIndex={-1} aria-label={`${text.label} ${at + 1}`}>
              <header>
                <b>{at + 1}</b>
                <button type="button" class="ds-button" data-variant="tertiary" onClick={() => remove(at)}>
                  <Icon name="trash" />
                  {t('parts.remove')}
                  <span class="ds-sr-only"> {`${text.label} ${at + 1}`}</span>
                </button>
              </header>
              <Inner fields={field.fields ?? []} pointer={`${pointer}/${at}`} path={path} control={control} />
            </li>
          ))}
        </ol>
      )}
      {rows.length < (field.many ?? 0) && (
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          onClick={() => {
            scope.set(pointer, [...rows, {}])
            focusRow.current = rows.length
          }}
        >
          <Icon name="plus" />
          {t('parts.addTo')}
          <span class="ds-sr-only"> {text.label}</span>
        </button>
      )}
    </fieldset>
  )
}

interface InnerProps {
  fields: readonly Field[]
  pointer: string
  path: FieldPath
  control: Control
}

function Inner({ fields, pointer, path, control: Control }: InnerProps): JSX.Element {
  return (
    <>
      {fields.map((inner) => (
        <Control key={inner.name} field={inner} pointer={`${pointer}/${inner.name}`} path={[...path, inner.name]} />
      ))}
    </>
  )
}
