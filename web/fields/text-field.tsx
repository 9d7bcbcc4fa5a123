import { elementId } from '../notification/pointer.ts'
import { describedBy, Labelled, type FieldText } from './described.tsx'

interface Props {
  pointer: string
  text: FieldText
  main?: boolean
  value: string | undefined
  lines?: number
  max?: number
  onChange: (value: string | undefined) => void
}

/** Free text, on one line or several. */
export function TextField({ pointer, text, main, value, lines, max, onChange }: Props) {
  const shared = {
    id: elementId(pointer),
    class: 'ds-input',
    value: value ?? '',
    maxLength: max,
    autocomplete: 'off',
    ...describedBy(pointer, text),
  }
  return (
    <Labelled pointer={pointer} text={text} main={main}>
      {lines ? (
        <textarea {...shared} rows={lines} onInput={(event) => onChange(event.currentTarget.value || undefined)} />
      ) : (
        <input {...shared} type="text" onInput={(event) => onChange(event.currentTarget.value || undefined)} />
      )}
    </Labelled>
  )
}
