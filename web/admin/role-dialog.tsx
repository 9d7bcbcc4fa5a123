import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { roles as assignableRoles } from '../../functions/directory/roles.ts'
import { freshId, now } from '../api/clock.ts'
import type { Envelope } from '../api/record.ts'
import { createRecord, updateRecord } from '../api/records.ts'
import { useNames } from '../directory/names.ts'
import { orgUnits, treeRows } from '../directory/org-units.ts'
import { useLoad } from '../loading/use-load.ts'
import { announce } from '../shell/announcer.tsx'
import { dayOf } from '../text/format.ts'
import { t } from '../text/text.ts'
import { AdminDialog } from './admin-dialog.tsx'
import { dataOf, type AdminField, type FormValues } from './form-field.ts'

export type RoleAssignment = Envelope<{
  role: string
  personId: string
  scopeOrgUnitId: string
  validFrom: string
  validTo?: string
  decisionRef?: string
}>

interface Props {
  assignment: RoleAssignment | undefined
  onDone: () => void
  onClose: () => void
}

const space = '\u00a0\u00a0\u00a0'

/** A role for a person in a part of the organisation; afterwards only how long it holds can be changed. */
export function RoleDialog({ assignment, onDone, onClose }: Props): JSX.Element | null {
  const [key] = useState(freshId)
  const names = useNames()
  const { data: units } = useLoad('units', orgUnits)
  if (!units) return null
  const fixed = assignment !== undefined
  const fields: AdminField[] = [
    {
      name: 'personId',
      label: t('admin.role.person'),
      type: 'person',
      required: true,
      fixed,
      options: assignment && [{ value: assignment.data.personId, label: names.person(assignment.data.personId) }],
    },
    {
      name: 'role',
      label: t('admin.role.role'),
      type: 'select',
      required: true,
      fixed,
      options: assignableRoles.map((value) => ({ value, label: t(`parts.role.${value}`) })),
    },
    {
      name: 'scopeOrgUnitId',
      label: t('admin.role.scope'),
      help: t('admin.role.scopeHelp'),
      type: 'select',
      required: true,
      fixed,
      options: treeRows(units).map((row) => ({
        value: row.unit.id,
        label: space.repeat(row.depth) + row.unit.data.name,
      })),
    },
    { name: 'validFrom', label: t('admin.role.validFrom'), type: 'date', required: true, fixed },
    { name: 'validTo', label: t('admin.role.validTo'), help: t('admin.role.validToHelp'), type: 'date' },
    { name: 'decisionRef', label: t('admin.role.decision'), help: t('admin.role.decisionHelp'), type: 'text' },
  ]
  const save = async (values: FormValues): Promise<void> => {
    const data = dataOf(fields, values, assignment?.data)
    if (assignment) await updateRecord('role-assignments', assignment.id, assignment.revision, data)
    else await createRecord('role-assignments', data, key)
    announce(t('admin.saved'))
    onDone()
  }
  return (
    <AdminDialog
      heading={t(assignment ? 'admin.role.change' : 'admin.role.add')}
      fields={fields}
      initial={assignment ? { ...assignment.data } : { validFrom: dayOf(now()) }}
      onSave={save}
      onClose={onClose}
    />
  )
}
