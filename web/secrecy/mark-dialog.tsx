import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { now } from '../../api/clock.ts'
import { Problem } from '../../api/problem.ts'
import { moveRecord } from '../../api/records.ts'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { Select } from '../../components/select.tsx'
import { TextArea } from '../../components/text-area.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { dayOf } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { assetFieldLabel, fieldsOf } from '../fields.ts'
import type { AssetDossier } from '../record/dossier.ts'
import { marksOf } from './marks.ts'

interface Props {
  dossier: AssetDossier
  /** What stands in the dialog from the start, e.g. what somebody has proposed. */
  start?: { [field: string]: unknown } | undefined
  onClose: () => void
  onDone: () => void
}

const texts = ['fieldPath', 'provision', 'markedAt', 'markedByAuthority'] as const

type Name = (typeof texts)[number]

/** Asks which field is secret, under which provision and by whose decision; who may not decide proposes with the same dialog. */
export function MarkDialog({ dossier, start, onClose, onDone }: Props): JSX.Element {
  const { kind, record } = dossier
  const [values, setValues] = useState<{ [name in Name]: string }>(() => ({
    fieldPath: String(start?.['fieldPath'] ?? '').replace(/^\//, ''),
    provision: String(start?.['provision'] ?? '18:8'),
    markedAt: String(start?.['markedAt'] ?? dayOf(now())),
    markedByAuthority: String(start?.['markedByAuthority'] ?? ''),
  }))
  const [comment, setComment] = useState('')
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map())
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const marked = new Set(marksOf(record).map(({ fieldPath }) => fieldPath.split('/')[1]))
  const fields = fieldsOf(kind.name).filter(({ name, managed, secret }) => !managed && !secret && name !== 'name')
  const markable = [...fields.map(({ name }) => name), 'documents'].filter((name) => !marked.has(name))
  const send = async (): Promise<void> => {
    if (busy) return
    const lacking = texts.filter((name) => !values[name].trim())
    setErrors(new Map(lacking.map((name) => [name, t(`asset-record.secrecy.need.${name}`)])))
    if (lacking.length > 0) return
    setBusy(true)
    try {
      await moveRecord(kind.plural, record.id, record.revision, 'markSecret', {
        data: { ...values, fieldPath: `/${values.fieldPath}` },
        ...(comment.trim() ? { comment: comment.trim() } : {}),
      })
      onDone()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  const control = (name: Name) => ({
    label: t(`asset-fields.fields.secrecyMarks.fields.${name}.label`),
    ...(errors.has(name) ? { error: errors.get(name) } : {}),
    value: values[name],
  })
  const set = (name: Name) => (value: string) => setValues((before) => ({ ...before, [name]: value }))
  return (
    <ConfirmDialog
      heading={t('forms.move.heading', {
        what: t('asset-states.transitions.markSecret'),
        name: record.data.name ?? '',
      })}
      confirm={t('asset-states.transitions.markSecret')}
      busy={busy}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <p>{t('asset-record.moveText.markSecret')}</p>
      {problem && (
        <div class="ds-alert" data-color="danger" role="alert">
          <p>{problem}</p>
        </div>
      )}
      <Select
        {...control('fieldPath')}
        none={t('asset-record.secrecy.choose')}
        options={markable
          .map((name) => ({ value: name, label: assetFieldLabel(name) }))
          .toSorted((one, other) => one.label.localeCompare(other.label, 'sv'))}
        onChange={set('fieldPath')}
      />
      <TextInput {...control('provision')} help={t('asset-record.secrecy.provisionHelp')} onInput={set('provision')} />
      <TextInput {...control('markedByAuthority')} onInput={set('markedByAuthority')} />
      <TextInput type="date" {...control('markedAt')} onInput={set('markedAt')} />
      <TextArea label={t('forms.move.comment')} value={comment} onInput={setComment} rows={2} />
    </ConfirmDialog>
  )
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Problem)) return t('parts.trouble.server.text')
  if (error.status === 0) return t('parts.trouble.offline.text')
  if (error.status === 412) return t('forms.move.changedMeanwhile')
  const { missing, errors, detail, title } = error.body
  return missing?.[0]?.detail ?? errors?.[0]?.detail ?? detail ?? title
}
