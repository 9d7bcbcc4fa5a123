import type { JSX } from 'preact'
import { useId } from 'preact/hooks'

export interface Option {
  value: string
  label: string
  help?: string
}

interface Props {
  label: string
  options: readonly Option[]
  value: string | undefined
  error?: string
  onChange: (value: string) => void
}

/** One of a few, as radio buttons. */
export function Choice({ label, options, value, error, onChange }: Props): JSX.Element {
  const id = useId()
  return (
    <fieldset class="ds-fieldset" aria-describedby={error ? `${id}-error` : undefined}>
      <legend class="ds-label" data-weight="medium">
        {label}
      </legend>
      {error && (
        <p class="ds-validation-message" data-color="danger" id={`${id}-error`}>
          {error}
        </p>
      )}
      {options.map((option) => (
        <div key={option.value} class="ds-field">
          <input
            class="ds-input"
            type="radio"
            name={id}
            data-invalid={error ? '' : undefined}
            id={`${id}-${option.value}`}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <label class="ds-label" data-weight="regular" for={`${id}-${option.value}`}>
            {option.label}
          </label>
          {option.help && <div data-field="description">{option.help}</div>}
        </div>
      ))}
    </fieldset>
  )
}
