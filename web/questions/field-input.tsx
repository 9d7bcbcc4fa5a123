import { CheckList } from '../fields/check-list.tsx'
import { CountryField } from '../fields/country-field.tsx'
import { DateField } from '../fields/date-field.tsx'
import { DurationField } from '../fields/duration-field.tsx'
import { RadioList } from '../fields/radio-list.tsx'
import { SelectField } from '../fields/select-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { useForm } from '../notification/form-scope.ts'
import { valueAt } from '../notification/pointer.ts'
import { RefField } from '../pickers/ref-field.tsx'
import { RefsField } from '../pickers/refs-field.tsx'
import { codeLabel } from '../answers/words.ts'
import { choiceGroups, choicesOf, explained } from './choices.ts'
import { CoveredInput } from './covered-input.tsx'
import type { InputProps } from './input.ts'
import { ObjectField } from './object-field.tsx'
import { RowsField } from './rows-field.tsx'
import { useUnclear } from './unclear.tsx'

const mostRadios = 7
const mostRadiosInRow = 3

/** The control for one field, whatever its type. */
export function FieldInput(props: InputProps) {
  const { field } = props
  if (field.all) return <CoveredInput {...props} />
  if (field.type === 'code' && field.list) return <CodesInput {...props} />
  if (field.type === 'code') return <CodeInput {...props} />
  if (field.type === 'bool') return <YesNoInput {...props} />
  if (field.type === 'ref') return <RefInput {...props} />
  if (field.type === 'object') {
    return field.list ? <RowsField {...props} input={FieldInput} /> : <ObjectField {...props} input={FieldInput} />
  }
  return <PlainInput {...props} />
}

function PlainInput({ field, pointer, text, main }: InputProps) {
  const form = useForm()
  const value = valueAt(form.data, pointer) as string | undefined
  const shared = { pointer, text, main, value, onChange: (next: string | undefined) => form.set(pointer, next) }
  if (field.type === 'date') return <DateField {...shared} />
  if (field.type === 'duration') return <DurationField {...shared} />
  if (field.type === 'country') return <CountryField {...shared} />
  return <TextField {...shared} lines={field.lines} max={field.max} />
}

function CodeInput({ questionId, field, pointer, path, text, main }: InputProps) {
  const form = useForm()
  const unclear = useUnclear(pointer)
  const value = valueAt(form.data, pointer) as string | undefined
  const choices = choicesOf(field.vocabulary!, form.context.codes, value ? [value] : [])
  const shared = { pointer, text, main, onChange: (next: string | undefined) => form.set(pointer, next) }
  if (choices.length > (path.includes('.') ? mostRadiosInRow : mostRadios)) {
    const groups = choiceGroups(field.vocabulary!, form.context.codes, value ? [value] : [], form.data.legalRegimes)
    return <SelectField {...shared} groups={groups} value={value} />
  }
  return (
    <RadioList
      {...shared}
      choices={[...(main ? explained(questionId, choices) : choices), ...unclear.extra]}
      value={unclear.marked ?? value}
      onChange={unclear.choose(shared.onChange)}
    />
  )
}

function CodesInput({ field, pointer, text, main }: InputProps) {
  const form = useForm()
  const value = (valueAt(form.data, pointer) as string[] | undefined) ?? []
  return (
    <CheckList
      pointer={pointer}
      text={text}
      main={main}
      groups={choiceGroups(field.vocabulary!, form.context.codes, value, form.data.legalRegimes)}
      value={value}
      onChange={(next) => form.set(pointer, next.length ? next : undefined)}
    />
  )
}

function YesNoInput({ pointer, text, main }: InputProps) {
  const form = useForm()
  const unclear = useUnclear(pointer)
  const value = valueAt(form.data, pointer)
  const choices = ['yes', 'no'].map((code) => ({ value: code, label: codeLabel('yesNo', code) }))
  const chosen = value === true ? 'yes' : value === false ? 'no' : undefined
  return (
    <RadioList
      pointer={pointer}
      text={text}
      main={main}
      choices={[...choices, ...unclear.extra]}
      value={unclear.marked ?? chosen}
      onChange={unclear.choose((next) => form.set(pointer, next === 'yes'))}
    />
  )
}

function RefInput({ field, pointer, text, main }: InputProps) {
  const form = useForm()
  const shared = { pointer, text, main, kind: field.kind!, units: form.units }
  if (field.list) {
    const value = (valueAt(form.data, pointer) as string[] | undefined) ?? []
    return <RefsField {...shared} value={value} onChange={(ids) => form.set(pointer, ids.length ? ids : undefined)} />
  }
  const only = field.name === 'controllerOrgUnitId' ? ['board', 'company'] : undefined
  return (
    <RefField
      {...shared}
      {...(only ? { only: (unit) => only.includes(unit.data.kind) } : {})}
      value={valueAt(form.data, pointer) as string | undefined}
      onChange={(id) => form.set(pointer, id)}
    />
  )
}
