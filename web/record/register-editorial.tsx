import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { moveActivity, type ActivityRecord } from '../api/activities.ts'
import { readRecord } from '../api/records.ts'
import type { ActivityData } from '../../functions/processing/data.ts'
import { isMaterial } from '../../functions/processing/material.ts'
import { useLoad } from '../loading/use-load.ts'
import { tell } from '../moves/told.ts'
import { t } from '../text/text.ts'

interface Props {
  record: ActivityRecord
  onChange: () => void
}

/**
 * A change without legal weight is registered at once by the coordinator or the data protection officer (domain 10.7);
 * nothing is offered for a change that needs review.
 */
export function RegisterEditorial({ record, onChange }: Props): JSX.Element | null {
  const [refused, setRefused] = useState<string>()
  const { id, revision, registeredRevision, data } = record
  const { data: before } = useLoad(`${id} ${revision} ${registeredRevision}`, () =>
    readRecord<ActivityData>('activities', id, { revision: registeredRevision }),
  )
  if (!before || isMaterial(before.data, data)) return null
  const send = (): void => {
    moveActivity(id, revision, { transition: 'register' }).then(
      (moved) => {
        tell('register', moved)
        onChange()
      },
      () => setRefused(t('record.action.notEditorial')),
    )
  }
  return (
    <>
      <button type="button" class="ds-button" data-variant="tertiary" onClick={send}>
        {t('record.action.registerEditorial')}
      </button>
      {refused && (
        <p class="fk-small" role="alert">
          {refused}
        </p>
      )}
    </>
  )
}
