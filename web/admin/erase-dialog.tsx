import type { JSX } from 'preact'
import { moveRecord } from '../api/records.ts'
import { announce } from '../shell/announcer.tsx'
import { t } from '../text/text.ts'
import { AdminDialog } from './admin-dialog.tsx'
import type { FormValues } from './form-field.ts'
import type { Person } from './person-dialog.tsx'

interface Props {
  person: Person
  onDone: () => void
  onClose: () => void
}

/** Asks once, with a reason, before everything that says who somebody was goes for good. */
export function EraseDialog({ person, onDone, onClose }: Props): JSX.Element {
  const erase = async ({ comment = '' }: FormValues): Promise<void> => {
    await moveRecord('people', person.id, person.revision, 'erase', { comment: comment.trim() })
    announce(t('admin.erase.done'))
    onDone()
  }
  return (
    <AdminDialog
      heading={t('admin.erase.heading', { name: person.data.displayName })}
      confirm={t('admin.erase.confirm')}
      fields={[
        {
          name: 'comment',
          label: t('admin.erase.reason'),
          help: t('admin.erase.reasonHelp'),
          type: 'text',
          required: true,
        },
      ]}
      onSave={erase}
      onClose={onClose}
    >
      <p>{t('admin.erase.goes')}</p>
      <p>{t('admin.erase.stays')}</p>
      <p class="ds-alert" data-color="warning">
        {t('admin.erase.final')}
      </p>
    </AdminDialog>
  )
}
