import type { JSX } from 'preact'
import { useKeptText } from '../stash/kept-text.ts'
import { Field } from './field.tsx'

interface Props {
  label: string
  help?: string
  error?: string
  value: string
  rows?: number
  onInput: (value: string) => void
}

/** Several lines of free text under a label. */
export function TextArea({ label, help, error, value, rows = 3, onInput }: Props): JSX.Element {
  useKeptText(label, value, onInput)
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <textarea
          {...control}
          class="ds-input"
          rows={rows}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
