import type { JSX } from 'preact'
import type { Field } from '../../functions/fields/field.ts'
import { CheckList } from '../fields/check-list.tsx'
import { CountryField } from '../fields/country-field.tsx'
import { DateField } from '../fields/date-field.tsx'
import type { FieldText } from '../fields/described.tsx'
import { DurationField } from '../fields/duration-field.tsx'
import { RadioList } from '../fields/radio-list.tsx'
import { SelectField } from '../fields/select-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { valueAt } from '../notification/pointer.ts'
import { RefField } from '../pickers/ref-field.tsx'
import { RefsField } from '../pickers/refs-field.tsx'
import { t } from '../text/text.ts'
import { useFormScope } from './form-scope.ts'
import { codeWord, fieldHelp, fieldLabel, type FieldPath } from './form-words.ts'
import { GroupControl } from './group-control.tsx'
import { ListControl } from './list-control.tsx'

interface Props {
  field: Field
  pointer: string
  path: FieldPath
  /** Other words than the field's own. */
  label?: string
}

const yesNo = ['yes', 'no']

/** The control for any field, labelled with the field's words. */
export function FieldControl(props: Props): JSX.Element {
  const { field, pointer, path } = props
  const scope = useFormScope()
  const help = fieldHelp(scope.words, path)
  const error = scope.errors.get(pointer)
  const text: FieldText = {
    label: props.label ?? fieldLabel(scope.words, path),
    ...(help ? { help } : {}),
    ...(error ? { error } : {}),
  }
  const value = valueAt(scope.data, pointer)
  const set = (next: unknown): void => scope.set(pointer, next)
  if (field.type === 'group')
    return <GroupControl field={field} pointer={pointer} path={path} text={text} control={FieldControl} />
  if (field.type === 'ref' && field.kind) {
    const shared = { pointer, text, kind: field.kind, units: scope.units } as const
    return field.many === undefined ? (
      <RefField {...shared} value={value as string | undefined} onChange={set} />
    ) : (
      <RefsField {...shared} value={(value as string[]) ?? []} onChange={(ids) => set(ids.length ? ids : undefined)} />
    )
  }
  if (field.type === 'code' || field.vocabulary)
    return <CodeControl field={field} pointer={pointer} text={text} value={value} set={set} />
  if (field.many !== undefined) return <ListControl field={field} pointer={pointer} text={text} />
  return <PlainControl field={field} pointer={pointer} text={text} value={value} set={set} />
}

interface ControlProps {
  field: Field
  pointer: string
  text: FieldText
  value: unknown
  set: (value: unknown) => void
}

function CodeControl({ field, pointer, text, value, set }: ControlProps): JSX.Element {
  const { words, vocabularies } = useFormScope()
  const choices = (vocabularies[field.vocabulary ?? field.name] ?? []).map((code) => ({
    value: code,
    label: codeWord(words, field, code),
  }))
  if (field.many !== undefined) {
    return (
      <CheckList
        pointer={pointer}
        text={text}
        groups={[{ choices }]}
        value={(value as string[]) ?? []}
        onChange={(codes) => set(codes.length ? codes : undefined)}
      />
    )
  }
  return <SelectField pointer={pointer} text={text} groups={[{ choices }]} value={value as string} onChange={set} />
}

function PlainControl({ field, pointer, text, value, set }: ControlProps): JSX.Element {
  const shared = { pointer, text, value: value as string | undefined, onChange: set }
  switch (field.type) {
    case 'date':
      return <DateField {...shared} />
    case 'duration':
      return <DurationField {...shared} />
    case 'country':
      return <CountryField {...shared} />
    case 'yesNo':
      return (
        <RadioList
          pointer={pointer}
          text={text}
          choices={[
            ...yesNo.map((code) => ({ value: code, label: t(`parts.${code}`) })),
            { value: '', label: t('parts.notKnown') },
          ]}
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          onChange={(code) => set(code === '' ? undefined : code === 'yes')}
        />
      )
    case 'number':
      return <TextField {...shared} value={numberText(value)} onChange={(typed) => set(numberFrom(typed))} />
    case 'longText':
      return <TextField {...shared} lines={3} max={field.max} />
    default:
      return <TextField {...shared} max={field.max} />
  }
}

/** What was typed as a number where it is one; otherwise as it was typed, for the check to speak of. */
function numberFrom(typed: string | undefined): unknown {
  const plain = typed?.replaceAll(/\s/g, '').replace(',', '.')
  return plain && /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : typed
}

function numberText(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value).replace('.', ',')
}
