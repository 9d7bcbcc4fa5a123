import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { DateField } from '../fields/date-field.tsx'
import { Field } from './field.tsx'

interface Props {
  label: string
  help?: string
  error?: string
  value: string
  type?: 'text' | 'date' | 'email'
  onInput: (value: string) => void
}

/** One line of text under a label; a date as ÅÅÅÅ-MM-DD with a calendar beside it. */
export function TextInput({ label, help, error, value, type = 'text', onInput }: Props): JSX.Element {
  const id = useId()
  if (type === 'date') {
    return (
      <DateField
        pointer={`/${id}`}
        text={{ label, help, error }}
        value={value}
        onChange={(day) => onInput(day ?? '')}
      />
    )
  }
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <input
          {...control}
          class="ds-input"
          type={type as 'text'}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
