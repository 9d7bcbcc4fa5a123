import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'

interface Props {
  label: string
  help?: string
  error?: string
  children: (control: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': true | undefined
  }) => ComponentChildren
}

/** A label, its help and its error around one control. */
export function Field({ label, help, error, children }: Props): JSX.Element {
  const id = useId()
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class="ds-field">
      <label class="ds-label" data-weight="medium" for={id}>
        {label}
      </label>
      {help && (
        <div data-field="description" id={`${id}-help`}>
          {help}
        </div>
      )}
      {error && (
        <p class="ds-validation-message" data-color="danger" data-field="validation" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
    </div>
  )
}
