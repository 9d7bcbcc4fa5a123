import { elementId } from '../notification/pointer.ts'
import { describedBy, Group, type FieldText } from './described.tsx'

export interface Choice {
  value: string
  label: string
  help?: string
}

interface Props {
  pointer: string
  text: FieldText
  main?: boolean
  choices: readonly Choice[]
  value: string | undefined
  onChange: (value: string) => void
}

/** One of a few answers; in a row when they are short. */
export function RadioList({ pointer, text, main, choices, value, onChange }: Props) {
  const id = elementId(pointer)
  const inRow = choices.length <= 3 && choices.every((choice) => !choice.help && choice.label.length < 22)
  return (
    <Group pointer={pointer} text={text} main={main}>
      <div class={inRow ? 'fk-radios fk-row' : 'fk-radios'}>
        {choices.map((choice) => (
          <div key={choice.value} class="ds-field">
            <input
              class="ds-input"
              type="radio"
              name={id}
              id={`${id}-${choice.value}`}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
              {...(text.error ? describedBy(pointer, text) : {})}
            />
            <label class="ds-label" for={`${id}-${choice.value}`}>
              {choice.label}
            </label>
            {choice.help && <div data-field="description">{choice.help}</div>}
          </div>
        ))}
      </div>
    </Group>
  )
}
