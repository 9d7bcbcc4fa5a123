import { useEffect, useRef } from 'preact/hooks'
import type { Field } from '../../functions/processing/question.ts'
import { Icon } from '../components/icon.tsx'
import { CheckBox } from '../fields/check-box.tsx'
import { Notes, type FieldText } from '../fields/described.tsx'
import { useForm } from '../notification/form-scope.ts'
import { elementId, valueAt } from '../notification/pointer.ts'
import { hasText, t } from '../text/text.ts'
import type { Input, InputProps } from './input.ts'
import { newPurpose } from './purposes.ts'
import { fieldText } from './question-text.ts'
import { inOrder, isAsked } from './row-rules.ts'
import { SupplierField } from './supplier-field.tsx'
import { UnclearBox } from './unclear.tsx'

type Row = { [name: string]: unknown }

/** A list of things with attributes, such as recipients: each in a box, with a way to take it away and to add another. */
export function RowsField({
  questionId,
  field,
  pointer,
  path,
  text,
  main,
  quiet,
  input,
}: InputProps & { input: Input }) {
  const form = useForm()
  const rows = (valueAt(form.data, pointer) as Row[] | undefined) ?? []
  const shown = rows.length ? rows : [{}]
  const focusRow = useRef<number | undefined>(undefined)
  const box = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (focusRow.current === undefined) return
    box.current?.querySelectorAll<HTMLElement>('[data-row]')[focusRow.current]?.focus()
    focusRow.current = undefined
  })
  const what = (key: string, count?: number): string => {
    const own = `notification.rows.${field.name}.${key}`
    return t(hasText(own) ? own : `notification.rows.any.${key}`, { count })
  }
  function remove(at: number): void {
    const next = rows.filter((_, position) => position !== at)
    form.set(pointer, next.length ? next : undefined)
    focusRow.current = Math.max(0, at - 1)
  }
  return (
    <fieldset ref={box} class={main ? 'ds-fieldset' : 'ds-fieldset fk-inner'} id={elementId(pointer)} tabIndex={-1}>
      <legend class={quiet ? 'ds-sr-only' : 'ds-label'}>{text.label}</legend>
      <Notes pointer={pointer} text={text} />
      <ol class="fk-rows">
        {shown.map((_, at) => (
          <li key={at} data-row tabIndex={-1} aria-label={what('one', at + 1)}>
            <header>
              <b>{what('one', at + 1)}</b>
              {rows.length > 0 && (
                <button type="button" class="ds-button" data-variant="tertiary" onClick={() => remove(at)}>
                  <Icon name="trash" />
                  {t('parts.remove')}
                  <span class="ds-sr-only"> {what('one', at + 1)}</span>
                </button>
              )}
            </header>
            <RowFields
              questionId={questionId}
              fields={field.fields ?? []}
              pointer={`${pointer}/${at}`}
              path={path}
              input={input}
            />
          </li>
        ))}
      </ol>
      {rows.length < (field.list ?? 20) && (
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          onClick={() => {
            form.set(pointer, [...shown, pointer === '/purposes' ? newPurpose(shown) : {}])
            focusRow.current = shown.length
          }}
        >
          <Icon name="plus" />
          {what('add')}
        </button>
      )}
    </fieldset>
  )
}

/** The attributes of one row, or of one object, that its other answers call for. */
export function RowFields({ questionId, fields, pointer, path, input }: RowFieldsProps) {
  const form = useForm()
  const row = (valueAt(form.data, pointer) as Row | undefined) ?? {}
  const named = fields.some((field) => field.name === 'supplierId')
  return (
    <>
      {inOrder(path, fields)
        .filter((field) => isAsked(`${path}.${field.name}`, row) && !(named && field.name === 'name'))
        .map((field) => (
          <RowField
            key={field.name}
            questionId={questionId}
            field={field}
            pointer={pointer}
            path={`${path}.${field.name}`}
            input={input}
          />
        ))}
    </>
  )
}

interface RowFieldsProps {
  questionId: string
  fields: readonly Field[]
  pointer: string
  path: string
  input: Input
}

function RowField({
  questionId,
  field,
  pointer,
  path,
  input: Input,
}: Omit<RowFieldsProps, 'fields'> & { field: Field }) {
  const form = useForm()
  const at = `${pointer}/${field.name}`
  const error = form.errors.get(at)
  const text = { ...fieldText(questionId, path), ...(error ? { error } : {}) }
  const radio = field.type === 'code' && !field.list
  if (field.type === 'bool') return <Flag pointer={at} text={text} />
  if (field.name === 'supplierId') return <SupplierField pointer={pointer} text={text} />
  return (
    <>
      <Input questionId={questionId} field={field} pointer={at} path={path} text={text} />
      {!radio && <UnclearBox pointer={at} />}
    </>
  )
}

/** Yes or nothing, about a row. */
function Flag({ pointer, text }: { pointer: string; text: FieldText }) {
  const form = useForm()
  const id = elementId(pointer)
  return (
    <div class="fk-flag">
      <CheckBox
        id={id}
        label={text.label}
        checked={valueAt(form.data, pointer) === true}
        {...(text.help ? { describedBy: `${id}-help` } : {})}
        onChange={(on) => form.set(pointer, on || undefined)}
      />
      {text.help && (
        <p class="fk-small fk-dim" id={`${id}-help`}>
          {text.help}
        </p>
      )}
    </div>
  )
}
