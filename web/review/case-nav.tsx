import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import type { Task } from '../api/tasks.ts'
import { shortcutsOn } from '../shell/shortcuts.ts'
import { t } from '../text/text.ts'
import { useCaseKeys } from './case-keys.ts'

/** Where the case lies in the inbox, and the way to the one before and after: links, and J and K. */
export function CaseNav({ id, tasks }: { id: string; tasks: readonly Task[] }): JSX.Element {
  const { route } = useLocation()
  const at = tasks.findIndex((task) => task.id === id)
  const before = at > 0 ? tasks[at - 1] : undefined
  const after = at >= 0 ? tasks[at + 1] : tasks[0]
  const goTo = (task: Task | undefined) => () => task && route(`/granska/${task.id}`)
  useCaseKeys(goTo(after), goTo(before))
  return (
    <div class="fk-row" data-end>
      <a class="ds-link" href="/granska">
        {t('review.inbox')}
      </a>
      <div class="fk-row fk-small">
        {at >= 0 && <span class="fk-dim">{t('review.place', { at: String(at + 1), all: String(tasks.length) })}</span>}
        {before && <Step id={before.id} label={t('review.previous')} shortcut="K" />}
        {after && <Step id={after.id} label={t('review.next')} shortcut="J" />}
      </div>
    </div>
  )
}

function Step({ id, label, shortcut }: { id: string; label: string; shortcut: string }): JSX.Element {
  return (
    <>
      <a class="ds-link" href={`/granska/${id}`}>
        {label}
      </a>
      {shortcutsOn() && (
        <kbd class="fk-key" aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </>
  )
}
