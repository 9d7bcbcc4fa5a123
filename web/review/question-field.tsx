import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../components/icon.tsx'
import { Field } from '../components/field.tsx'
import { t } from '../text/text.ts'

interface Props {
  label: string
  value: string
  onInput: (text: string) => void
  onRemove: () => void
}

/** A question that is being written; it is kept here and goes out with the decision. */
export function QuestionField({ label, value, onInput, onRemove }: Props): JSX.Element {
  const input = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!value) input.current?.focus()
  }, [])
  return (
    <>
      <Field label={label}>
        {(control) => (
          <textarea
            {...control}
            ref={input}
            class="ds-input"
            rows={3}
            maxLength={4000}
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="fk-row fk-mt-s">
        <span class="fk-saved">
          <Icon name="check" />
          {t('review.notSent')}
        </span>
        <button type="button" class="ds-button fk-btn-s fk-end" data-variant="tertiary" onClick={onRemove}>
          {t('review.remove')}
        </button>
      </div>
    </>
  )
}
