import type { JSX } from 'preact'
import type { Option } from './choice.tsx'
import { Field } from './field.tsx'

interface Props {
  label: string
  help?: string
  error?: string
  options: readonly Option[]
  value: string
  /** Text of the empty choice; without it the first option stands chosen. */
  none?: string
  onChange: (value: string) => void
}

/** One of many, as a list that unfolds. */
export function Select({ label, help, error, options, value, none, onChange }: Props): JSX.Element {
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <select {...control} class="ds-input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
