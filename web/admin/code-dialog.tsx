import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { freshId } from '../api/clock.ts'
import type { Envelope } from '../api/record.ts'
import { Problem } from '../api/problem.ts'
import { createRecord, updateRecord } from '../api/records.ts'
import { announce } from '../shell/announcer.tsx'
import { t } from '../text/text.ts'
import { AdminDialog } from './admin-dialog.tsx'
import { codeFrom } from './code-name.ts'
import { dataOf, type AdminField, type FormValues } from './form-field.ts'

export interface CodeData {
  vocabulary: string
  code: string
  sv: string
  en: string
  class?: string
  parent?: string
  retired?: boolean
}

export interface VocabularyList {
  vocabulary: string
  extensible: boolean
  codes: (Omit<CodeData, 'vocabulary'> & { builtIn: boolean })[]
}

interface Props {
  list: VocabularyList
  record: Envelope<CodeData> | undefined
  onDone: () => void
  onClose: () => void
}

/** A word of the data protection officer's own; retired it stays readable where it was used. */
export function CodeDialog({ list, record, onDone, onClose }: Props): JSX.Element {
  const [key] = useState(freshId)
  const classes = [...new Set(list.codes.flatMap((code) => (code.builtIn && code.class ? [code.class] : [])))]
  const fields: AdminField[] = [
    { name: 'sv', label: t('admin.vocabulary.sv'), type: 'text', required: true },
    { name: 'en', label: t('admin.vocabulary.en'), type: 'text', required: true },
    {
      name: 'parent',
      label: t('admin.vocabulary.parent'),
      help: t('admin.vocabulary.parentHelp'),
      type: 'select',
      options: list.codes.filter((code) => code.builtIn).map((code) => ({ value: code.code, label: code.sv })),
    },
    ...(classes.length
      ? [
          {
            name: 'class',
            label: t('admin.vocabulary.class'),
            type: 'select' as const,
            options: classes.map((value) => ({ value, label: t(`vocabulary.dataClass.${value}`) })),
          },
        ]
      : []),
  ]
  const store = async (data: { [name: string]: unknown }): Promise<void> => {
    if (record) await updateRecord('vocabulary-codes', record.id, record.revision, data)
    else await createRecord('vocabulary-codes', data, key)
    announce(t('admin.saved'))
    onDone()
  }
  const save = async (values: FormValues): Promise<void> => {
    refuseTaken(list, values, record?.data.code)
    await store({
      ...dataOf(fields, values, record?.data),
      vocabulary: list.vocabulary,
      code:
        record?.data.code ??
        codeFrom(
          values['en'] ?? '',
          list.codes.map((code) => code.code),
        ),
    })
  }
  const isRetired = record?.data.retired === true
  return (
    <AdminDialog
      heading={record ? t('admin.vocabulary.change', { name: record.data.sv }) : t('admin.vocabulary.add')}
      fields={fields}
      initial={Object.fromEntries(Object.entries(record?.data ?? {}).map(([name, value]) => [name, String(value)]))}
      onSave={save}
      onClose={onClose}
    >
      {record && (
        <button
          type="button"
          class="fk-linklike"
          onClick={() => void store({ ...record.data, retired: !isRetired }).catch(() => announce(t('admin.changed')))}
        >
          {t(isRetired ? 'admin.vocabulary.restore' : 'admin.vocabulary.retire')}
        </button>
      )}
    </AdminDialog>
  )
}

/** @throws Problem with the field of a word that the list has already */
function refuseTaken(list: VocabularyList, values: FormValues, own: string | undefined): void {
  const same = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.trim().toLowerCase()
  const taken = (['sv', 'en'] as const).filter((field) =>
    list.codes.some((code) => code.code !== own && same(code[field], values[field])),
  )
  if (taken.length === 0) return
  const detail = t('admin.vocabulary.taken')
  const errors = taken.map((field) => ({ pointer: `/${field}`, code: 'taken', detail }))
  throw new Problem({ status: 422, code: 'invalid', title: detail, errors })
}
