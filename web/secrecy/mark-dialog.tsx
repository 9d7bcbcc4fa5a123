import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { fieldAt } from '../../functions/register/secrecy-mark.ts'
import { now } from '../api/clock.ts'
import { Select } from '../components/select.tsx'
import { TextInput } from '../components/text-input.tsx'
import { dayOf } from '../text/format.ts'
import { t } from '../text/text.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import { type Markable, unmarked } from './marks.ts'
import { useDecision } from './use-decision.ts'

interface Props {
  subject: Markable
  /** What stands in the dialog from the start, e.g. what somebody has proposed. */
  start?: { [field: string]: unknown } | undefined
  onClose: () => void
  onDone: () => void
}

const asked = ['fieldPath', 'provision', 'markedAt', 'markedByAuthority'] as const

type Name = (typeof asked)[number]

/** Asks which field is secret, under which provision and by whose decision; who may not decide proposes with the same dialog. */
export function MarkDialog({ subject, start, onClose, onDone }: Props): JSX.Element {
  const [values, setValues] = useState<{ [name in Name]: string }>(() => ({
    fieldPath: fieldAt(start?.['fieldPath']),
    provision: String(start?.['provision'] ?? '18:8'),
    markedAt: String(start?.['markedAt'] ?? dayOf(now())),
    markedByAuthority: String(start?.['markedByAuthority'] ?? ''),
  }))
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map())
  const decision = useDecision(subject, onDone)
  const onConfirm = (comment: string): void => {
    const lacking = asked.filter((name) => !values[name].trim())
    setErrors(new Map(lacking.map((name) => [name, t(`secrecy.need.${name}`)])))
    if (lacking.length > 0) return
    void decision.decide('markSecret', { ...values, fieldPath: `/${values.fieldPath}` }, comment)
  }
  const control = (name: Name) => ({
    label: t(`secrecy.field.${name}`),
    ...(errors.has(name) && { error: errors.get(name) }),
    value: values[name],
  })
  const set = (name: Name) => (value: string) => setValues((before) => ({ ...before, [name]: value }))
  return (
    <DecisionDialog
      subject={subject}
      transition="markSecret"
      decision={decision}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>
        {t('secrecy.text.markSecret')} {subject.mayPropose && t('secrecy.text.propose')}
      </p>
      <Select
        {...control('fieldPath')}
        none={t('secrecy.choose')}
        options={unmarked(subject)
          .map((field) => ({ value: field, label: subject.labelOf(field) }))
          .toSorted((one, other) => one.label.localeCompare(other.label, 'sv'))}
        onChange={set('fieldPath')}
      />
      <TextInput {...control('provision')} help={t('secrecy.provisionHelp')} onInput={set('provision')} />
      <TextInput {...control('markedByAuthority')} onInput={set('markedByAuthority')} />
      <TextInput type="date" {...control('markedAt')} onInput={set('markedAt')} />
    </DecisionDialog>
  )
}
