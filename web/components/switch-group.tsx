import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import type { Option } from './choice.tsx'

interface Props {
  label: string
  options: readonly Option[]
  value: string
  onChange: (value: string) => void
}

/** Two or three ways to see the same thing. */
export function SwitchGroup({ label, options, value, onChange }: Props): JSX.Element {
  const name = useId()
  return (
    <div class="ds-toggle-group fk-toggle" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} class="ds-button" data-variant="tertiary">
          <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </div>
  )
}
