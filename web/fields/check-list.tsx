import type { ComponentChildren } from 'preact'
import { elementId } from '../notification/pointer.ts'
import { CheckBox } from './check-box.tsx'
import { Group, type FieldText } from './described.tsx'
import type { Choice } from './radio-list.tsx'

export interface ChoiceGroup {
  heading?: string
  choices: readonly Choice[]
}

interface Props {
  pointer: string
  text: FieldText
  main?: boolean
  groups: readonly ChoiceGroup[]
  value: readonly string[]
  onChange: (value: string[]) => void
  children?: ComponentChildren
}

/** Any number of answers, under headings when there are many. */
export function CheckList({ pointer, text, main, groups, value, onChange, children }: Props) {
  const order = groups.flatMap((group) => group.choices.map((choice) => choice.value))
  const toggle = (code: string, on: boolean): void => {
    const next = on ? [...value, code] : value.filter((entry) => entry !== code)
    onChange(next.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
  }
  return (
    <Group pointer={pointer} text={text} main={main}>
      {groups.map(({ heading, choices }) =>
        heading ? (
          <fieldset key={heading} class="fk-group">
            <legend>{heading}</legend>
            <Boxes pointer={pointer} choices={choices} value={value} toggle={toggle} />
          </fieldset>
        ) : (
          <Boxes key="" pointer={pointer} choices={choices} value={value} toggle={toggle} />
        ),
      )}
      {children}
    </Group>
  )
}

function Boxes({
  pointer,
  choices,
  value,
  toggle,
}: {
  pointer: string
  choices: readonly Choice[]
  value: readonly string[]
  toggle: (code: string, on: boolean) => void
}) {
  const long = choices.some((choice) => choice.label.length > 26)
  return (
    <div class="fk-checks" {...(long || choices.length < 3 ? {} : { 'data-three': '' })}>
      {choices.map((choice) => (
        <CheckBox
          key={choice.value}
          id={`${elementId(pointer)}-${choice.value.replaceAll(':', '-')}`}
          label={choice.label}
          checked={value.includes(choice.value)}
          onChange={(on) => toggle(choice.value, on)}
        />
      ))}
    </div>
  )
}
