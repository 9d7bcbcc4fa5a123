import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { freshId } from '../api/clock.ts'
import type { Envelope, Full } from '../api/record.ts'
import { createRecord, moveRecord, updateRecord } from '../api/records.ts'
import { getJson, sendJson } from '../api/request.ts'
import { isMasked } from '../components/secrecy.tsx'
import { orgUnits, treeRows } from '../directory/org-units.ts'
import { useLoad } from '../loading/use-load.ts'
import { announce } from '../shell/announcer.tsx'
import { t } from '../text/text.ts'
import { AdminDialog } from './admin-dialog.tsx'
import { dataOf, type AdminField, type FormValues } from './form-field.ts'

export interface PersonData {
  userId: string
  displayName: string
  title?: string
  orgUnitId?: string
  email?: string
}

export type Person = Envelope<PersonData>

interface Props {
  person: Person | undefined
  onDone: () => void
  onClose: () => void
}

const space = '\u00a0\u00a0\u00a0'

/** One person: new, changed, or no longer working here. */
export function PersonDialog({ person, onDone, onClose }: Props): JSX.Element | null {
  const [key] = useState(freshId)
  const [said, setSaid] = useState('')
  const units = useLoad('units', orgUnits)
  const whole = useLoad(person ? person.id : 'new', async () =>
    person ? getJson<Full<PersonData>>(`/api/people/${person.id}`) : undefined,
  )
  if (whole.loading || !units.data) return null
  const record = whole.data
  const masked = record && isMasked(record.data.email)
  const fields: AdminField[] = [
    { name: 'displayName', label: t('admin.person.name'), type: 'text', required: true },
    { name: 'userId', label: t('admin.person.userId'), type: 'text', required: true, fixed: !!person },
    { name: 'title', label: t('admin.person.title'), type: 'text' },
    {
      name: 'orgUnitId',
      label: t('admin.person.unit'),
      type: 'select',
      options: treeRows(units.data).map((row) => ({
        value: row.unit.id,
        label: space.repeat(row.depth) + row.unit.data.name,
      })),
    },
    ...(masked ? [] : [{ name: 'email', label: t('admin.person.email'), type: 'text' as const }]),
  ]
  const save = async (values: FormValues): Promise<void> => {
    const data = dataOf(fields, values, record?.data)
    if (record) await updateRecord('people', record.id, record.revision, data)
    else await createRecord('people', data, key)
    announce(t('admin.saved'))
    onDone()
  }
  const end = (): void => {
    moveRecord('people', record!.id, record!.revision, 'end').then(
      () => {
        announce(t('admin.person.ended'))
        onDone()
      },
      () => announce(t('admin.changed')),
    )
  }
  const endSessions = async (): Promise<void> => {
    const { data } = await sendJson<{ ended: number }>('POST', `/api/people/${record!.id}/sessions/end`, {})
    setSaid(data.ended ? t('admin.person.sessionsEnded', { count: data.ended }) : t('admin.person.noSessions'))
  }
  return (
    <AdminDialog
      heading={person ? t('admin.person.change', { name: person.data.displayName }) : t('admin.person.add')}
      fields={fields}
      initial={Object.fromEntries(
        Object.entries(record?.data ?? {}).map(([name, value]) => [name, typeof value === 'string' ? value : '']),
      )}
      onSave={save}
      onClose={onClose}
    >
      {record?.allowed.includes('end') && (
        <p class="fk-row">
          <button type="button" class="fk-linklike" onClick={end}>
            {t('admin.person.end')}
          </button>
          <button
            type="button"
            class="fk-linklike"
            onClick={() => void endSessions().catch(() => setSaid(t('parts.trouble.server.text')))}
          >
            {t('admin.person.endSessions')}
          </button>
        </p>
      )}
      <p role="status">{said}</p>
    </AdminDialog>
  )
}
