import { useRef } from 'preact/hooks'
import { Icon } from '../components/icon.tsx'
import { elementId } from '../notification/pointer.ts'
import { t } from '../text/text.ts'
import { describedBy, Labelled, type FieldText } from './described.tsx'
import { dateFrom } from './date-text.ts'

interface Props {
  pointer: string
  text: FieldText
  main?: boolean
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** A day as text (ÅÅÅÅ-MM-DD), with the browser's own calendar beside it. */
export function DateField({ pointer, text, main, value, onChange }: Props) {
  const calendar = useRef<HTMLInputElement>(null)
  const help = [text.help, t('parts.date.format')].filter(Boolean).join(' ')
  const shown = { ...text, help }
  return (
    <Labelled pointer={pointer} text={shown} main={main}>
      <div class="fk-date">
        <input
          id={elementId(pointer)}
          class="ds-input"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={value ?? ''}
          onInput={(event) => onChange(event.currentTarget.value || undefined)}
          onBlur={(event) => onChange(dateFrom(event.currentTarget.value) || undefined)}
          {...describedBy(pointer, shown)}
        />
        <input
          ref={calendar}
          class="fk-date__calendar"
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={/^\d{4}-\d\d-\d\d$/.test(value ?? '') ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        />
        <button type="button" class="ds-button" data-variant="tertiary" onClick={() => calendar.current?.showPicker()}>
          <Icon name="calendar" />
          {t('parts.date.pick')}
          <span class="ds-sr-only"> {text.label}</span>
        </button>
      </div>
    </Labelled>
  )
}
