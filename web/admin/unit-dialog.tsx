import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { freshId } from '../api/clock.ts'
import { createRecord, moveRecord, updateRecord } from '../api/records.ts'
import { treeRows, type Unit } from '../directory/org-units.ts'
import { announce } from '../shell/announcer.tsx'
import { t } from '../text/text.ts'
import { AdminDialog } from './admin-dialog.tsx'
import { baselineFields, baselineOf, baselineValues } from './baseline.ts'
import { dataOf, type AdminField, type FormValues } from './form-field.ts'

interface Props {
  unit: Unit | undefined
  units: readonly Unit[]
  onDone: () => void
  onClose: () => void
}

const kinds = ['principal', 'board', 'administration', 'area', 'unit', 'company'] as const
const space = '\u00a0\u00a0\u00a0'

/** One part of the organisation: new, changed, or ended. */
export function UnitDialog({ unit, units, onDone, onClose }: Props): JSX.Element {
  const [key] = useState(freshId)
  const fields: AdminField[] = [
    { name: 'name', label: t('admin.unit.name'), type: 'text', required: true },
    {
      name: 'kind',
      label: t('admin.unit.kind'),
      type: 'select',
      required: true,
      options: kinds.map((value) => ({ value, label: t(`admin.kind.${value}`) })),
    },
    {
      name: 'parentId',
      label: t('admin.unit.parent'),
      type: 'select',
      options: treeRows(units)
        .filter((row) => row.unit.id !== unit?.id)
        .map((row) => ({ value: row.unit.id, label: space.repeat(row.depth) + row.unit.data.name })),
    },
    { name: 'orgNumber', label: t('admin.unit.orgNumber'), type: 'text', help: t('admin.unit.orgNumberHelp') },
    { name: 'contact', label: t('admin.unit.contact'), type: 'text', help: t('admin.unit.contactHelp') },
    { name: 'dpoPersonId', label: t('admin.unit.dpo'), type: 'person', help: t('admin.unit.dpoHelp') },
  ]
  const demands = unit?.data.kind === 'principal' ? baselineFields() : []
  const save = async (values: FormValues): Promise<void> => {
    const { backupBaseline: before, ...data } = dataOf(fields, values, unit?.data)
    const backupBaseline = demands.length > 0 ? baselineOf(values) : before
    if (unit)
      await updateRecord('org-units', unit.id, unit.revision, {
        ...data,
        ...(backupBaseline !== undefined && { backupBaseline }),
      })
    else await createRecord('org-units', data, key)
    announce(t('admin.saved'))
    onDone()
  }
  const end = async (): Promise<void> => {
    await moveRecord('org-units', unit!.id, unit!.revision, 'end')
    announce(t('admin.unit.ended'))
    onDone()
  }
  const [ending, setEnding] = useState(false)
  if (ending) {
    return (
      <AdminDialog
        heading={t('admin.unit.endHeading', { name: unit!.data.name })}
        confirm={t('admin.unit.end')}
        fields={[]}
        onSave={end}
        onClose={onClose}
      >
        <p>{t('admin.unit.endText')}</p>
      </AdminDialog>
    )
  }
  return (
    <AdminDialog
      heading={unit ? t('admin.unit.change', { name: unit.data.name }) : t('admin.unit.add')}
      fields={[...fields, ...demands]}
      initial={{ ...textsOf(unit?.data), ...baselineValues(unit?.data.backupBaseline) }}
      onSave={save}
      onClose={onClose}
    >
      {unit && (
        <button type="button" class="fk-linklike" onClick={() => setEnding(true)}>
          {t('admin.unit.endIt')}
        </button>
      )}
    </AdminDialog>
  )
}

function textsOf(data: object | undefined): FormValues {
  return Object.fromEntries(Object.entries(data ?? {}).map(([name, value]) => [name, String(value)]))
}
