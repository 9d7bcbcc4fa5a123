import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Problem } from '../api/problem.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { Select } from '../components/select.tsx'
import { TextInput } from '../components/text-input.tsx'
import { RecordPicker } from '../pickers/record-picker.tsx'
import { t } from '../text/text.ts'
import { emptyFields, serverErrors, type AdminField, type FormValues } from './form-field.ts'

interface Props {
  heading: string
  fields: readonly AdminField[]
  initial?: FormValues
  confirm?: string
  children?: ComponentChildren
  /** Throws a Problem when the server says no. */
  onSave: (values: FormValues) => Promise<void>
  onClose: () => void
}

/** Fields of one record, saved together; what is wrong stands at its field. */
export function AdminDialog({ heading, fields, initial, confirm, children, onSave, onClose }: Props): JSX.Element {
  const [values, setValues] = useState<FormValues>(initial ?? {})
  const [errors, setErrors] = useState<FormValues>({})
  const [sentence, setSentence] = useState<string>()
  const [busy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    if (busy) return
    const empty = emptyFields(fields, values)
    setErrors(Object.fromEntries(empty.map((name) => [name, t('admin.need')])))
    if (empty.length) return
    setBusy(true)
    try {
      await onSave(values)
    } catch (error) {
      const body = error instanceof Problem ? error.body : undefined
      setErrors(serverErrors(body?.errors ?? []))
      setSentence(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <ConfirmDialog
      heading={heading}
      confirm={confirm ?? t('parts.save')}
      busy={busy}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      {sentence && (
        <p class="ds-alert" data-color="danger" role="alert">
          {sentence}
        </p>
      )}
      {children}
      {fields.map((field) => (
        <Control
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          error={errors[field.name]}
          onInput={(value) => setValues({ ...values, [field.name]: value })}
        />
      ))}
    </ConfirmDialog>
  )
}

interface ControlProps {
  field: AdminField
  value: string
  error?: string
  onInput: (value: string) => void
}

function Control({ field, value, error, onInput }: ControlProps): JSX.Element {
  const shared = { label: field.label, help: field.help, error, value }
  if (field.fixed) {
    return (
      <p>
        <span class="fk-small fk-dim">{field.label}</span>
        <br />
        {field.options?.find((option) => option.value === value)?.label.trim() ?? value}
      </p>
    )
  }
  if (field.type === 'select') {
    return <Select {...shared} options={field.options ?? []} none={t('admin.none')} onChange={onInput} />
  }
  if (field.type === 'person') return <RecordPicker {...shared} kind="person" onPick={onInput} />
  return <TextInput {...shared} type={field.type === 'date' ? 'date' : 'text'} onInput={onInput} />
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Problem) || error.status >= 500) return t('parts.trouble.server.text')
  if (error.status === 0) return t('parts.trouble.offline.text')
  if (error.status === 412) return t('admin.changed')
  return error.body.missing?.[0]?.detail ?? error.body.detail ?? error.body.title
}
