import type { JSX } from 'preact'
import { codeLabel } from '../answers/words.ts'
import { Choice } from '../components/choice.tsx'
import { TextArea } from '../components/text-area.tsx'
import { TextInput } from '../components/text-input.tsx'
import { RecordPicker } from '../pickers/record-picker.tsx'
import { hasText, t } from '../text/text.ts'
import type { MoveField } from './move-form.ts'

interface Props {
  transition: string
  field: MoveField
  value: string
  error?: string
  onInput: (value: string) => void
}

/** The control for one field of a transition, labelled in the words of that transition. */
export function MoveFieldInput({ transition, field, value, error, onInput }: Props): JSX.Element {
  const key = `moves.field.${transition}.${field.name}`
  const helpKey = `moves.help.${transition}.${field.name}`
  const shared = { label: t(key), error, ...(hasText(helpKey) ? { help: t(helpKey) } : {}) }
  switch (field.type) {
    case 'area':
      return <TextArea {...shared} value={value} onInput={onInput} />
    case 'choice':
      return (
        <Choice
          label={shared.label}
          error={error}
          value={value || undefined}
          options={(field.codes ?? []).map((code) => ({ value: code, label: codeLabel(field.vocabulary ?? '', code) }))}
          onChange={onInput}
        />
      )
    case 'activity':
      return <RecordPicker {...shared} kind="activity" value={value} onPick={onInput} />
    default:
      return <TextInput {...shared} type={field.type === 'date' ? 'date' : 'text'} value={value} onInput={onInput} />
  }
}
