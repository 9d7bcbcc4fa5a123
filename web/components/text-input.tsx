import type { JSX } from 'preact'
import { Field } from './field.tsx'

interface Props {
  label: string
  help?: string
  error?: string
  value: string
  type?: 'text' | 'date' | 'email'
  onInput: (value: string) => void
}

/** One line of text or a date under a label. */
export function TextInput({ label, help, error, value, type = 'text', onInput }: Props): JSX.Element {
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
