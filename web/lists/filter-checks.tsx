import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import type { Option } from '../components/choice.tsx'

interface Props {
  label: string
  options: readonly Option[]
  values: readonly string[]
  onChange: (values: string[]) => void
}

/** Any of several, as boxes to tick. */
export function FilterChecks({ label, options, values, onChange }: Props): JSX.Element {
  const id = useId()
  return (
    <fieldset class="ds-fieldset fk-checklist">
      <legend class="ds-sr-only">{label}</legend>
      {options.map((option) => {
        const isChosen = values.includes(option.value)
        return (
          <div key={option.value} class="ds-field">
            <input
              class="ds-input"
              type="checkbox"
              id={`${id}-${option.value}`}
              checked={isChosen}
              onChange={() =>
                onChange(isChosen ? values.filter((value) => value !== option.value) : [...values, option.value])
              }
            />
            <label class="ds-label" data-weight="regular" for={`${id}-${option.value}`}>
              {option.label}
            </label>
          </div>
        )
      })}
    </fieldset>
  )
}
