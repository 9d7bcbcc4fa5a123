import { Icon } from '../components/icon.tsx'
import { StateTag } from '../components/state-tag.tsx'
import { timeText } from '../text/format.ts'
import { t } from '../text/text.ts'
import type { DraftView } from './draft.ts'

/** What is being written, its state, and whether it is saved. */
export function FormBar({ view }: { view: DraftView }) {
  return (
    <section class="fk-formbar" data-size="sm" aria-label={t('notification.bar')}>
      <div class="fk-wrap">
        <strong>{view.data.name || t('notification.unnamed')}</strong>
        {view.record?.number && <span class="fk-num fk-dim">{view.record.number}</span>}
        <StateTag state={view.record?.state ?? 'draft'} />
        <SaveState view={view} />
      </div>
    </section>
  )
}

/** Those who see it are told at once that something is not saved yet; those who listen only when it is, or when it fails. */
const troubled = ['offline', 'failed', 'closed', 'conflict'] as const

function SaveState({ view }: { view: DraftView }) {
  const trouble = troubled.find((status) => status === view.status)
  if (trouble) {
    return (
      <span class="fk-saved" data-off role="status">
        <Icon name={trouble === 'offline' || trouble === 'failed' ? 'cloud-off' : 'warning'} />
        {t(`notification.save.${trouble}`)}
      </span>
    )
  }
  const isWaiting = view.status === 'waiting' || view.status === 'saving'
  return (
    <>
      {isWaiting && (
        <span class="fk-saved" aria-hidden="true">
          {t('notification.save.waiting')}
        </span>
      )}
      <span class={isWaiting ? 'ds-sr-only' : 'fk-saved'} role="status">
        {view.savedAt && (
          <>
            <Icon name="check" />
            {t('notification.save.saved', { time: timeText(view.savedAt) })}
          </>
        )}
      </span>
    </>
  )
}
