import { elementId } from '../notification/pointer.ts'
import { t } from '../text/text.ts'
import type { ChoiceGroup } from './check-list.tsx'
import { describedBy, Labelled, type FieldText } from './described.tsx'

interface Props {
  pointer: string
  text: FieldText
  main?: boolean
  groups: readonly ChoiceGroup[]
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** One of many answers, as a list that unfolds. */
export function SelectField({ pointer, text, main, groups, value, onChange }: Props) {
  return (
    <Labelled pointer={pointer} text={text} main={main}>
      <select
        id={elementId(pointer)}
        class="ds-input"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
        {...describedBy(pointer, text)}
      >
        <option value="">{t('parts.choose')}</option>
        {groups.map(({ heading, choices }) => {
          const options = choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))
          return heading ? (
            <optgroup key={heading} label={heading}>
              {options}
            </optgroup>
          ) : (
            options
          )
        })}
      </select>
    </Labelled>
  )
}
