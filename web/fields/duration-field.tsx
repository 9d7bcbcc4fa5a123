import { useState } from 'preact/hooks'
import { elementId } from '../notification/pointer.ts'
import { t } from '../text/text.ts'
import { describedBy, Labelled, type FieldText } from './described.tsx'

const units = ['Y', 'M', 'D'] as const

interface Props {
  pointer: string
  text: FieldText
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** A length of time as a number and a unit, kept as an ISO 8601 duration such as `P10Y`. */
export function DurationField({ pointer, text, value, onChange }: Props) {
  const parts = /^P(\d+)([YMD])$/.exec(value ?? '')
  const [unit, setUnit] = useState(parts?.[2] ?? 'Y')
  const id = elementId(pointer)
  const shown = parts?.[2] ?? unit
  const give = (count: string, in_: string): void =>
    onChange(/^\d{1,4}$/.test(count) ? `P${Number(count)}${in_}` : undefined)
  return (
    <Labelled pointer={pointer} text={text}>
      <div class="fk-row">
        <input
          id={id}
          class="ds-input fk-number"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          maxLength={4}
          value={parts?.[1] ?? ''}
          onInput={(event) => give(event.currentTarget.value, shown)}
          {...describedBy(pointer, text)}
        />
        <select
          class="ds-input fk-unit"
          aria-label={t('parts.duration.unit')}
          value={shown}
          onChange={(event) => {
            setUnit(event.currentTarget.value)
            if (parts) give(parts[1]!, event.currentTarget.value)
          }}
        >
          {units.map((name) => (
            <option key={name} value={name}>
              {t(`parts.duration.${name}`)}
            </option>
          ))}
        </select>
      </div>
    </Labelled>
  )
}
