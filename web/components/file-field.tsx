import type { JSX } from 'preact'
import { t } from '../text/text.ts'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'

interface Props {
  label: string
  help?: string
  error?: string
  /** As the `accept` of a file input. */
  accept: string
  /** Name of the file chosen. */
  chosen: string | undefined
  onChoose: (file: File | undefined) => void
}

/** One file. The button speaks the page's language; the browser's own, which it covers, would speak the browser's. */
export function FileField({ label, help, error, accept, chosen, onChoose }: Props): JSX.Element {
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <div class="fk-file">
          <input
            {...control}
            class="ds-sr-only"
            type="file"
            accept={accept}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? []
              onChoose(file)
              event.currentTarget.value = ''
            }}
          />
          <label class="ds-button" data-variant="secondary" for={control.id}>
            <Icon name="upload" />
            {t('parts.file.choose')}
          </label>
          <span class="fk-small">{chosen ?? t('parts.file.none')}</span>
        </div>
      )}
    </Field>
  )
}
