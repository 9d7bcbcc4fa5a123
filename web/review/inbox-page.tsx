import type { JSX } from 'preact'
import { now } from '../api/clock.ts'
import { readInbox, type Task } from '../api/tasks.ts'
import { Empty } from '../components/empty.tsx'
import { Severities } from '../components/severity.tsx'
import { Table, type Column } from '../components/table.tsx'
import { Waiting } from '../components/waiting.tsx'
import { useNames, withNames, type Names } from '../directory/names.ts'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { DoneNotice } from '../moves/done-notice.tsx'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { dateShort, daysBetween, dayOf } from '../text/format.ts'
import { t } from '../text/text.ts'
import { useCaseKeys } from './case-keys.ts'

const unitsOf = (tasks: readonly Task[]): unknown => tasks.map((task) => task.orgUnitId)

/** What waits for the coordinator or the data protection officer, the oldest first. */
export function InboxPage(): JSX.Element {
  const names = useNames()
  const { data: tasks, error, reload } = useLoad('inbox', () => withNames(readInbox(), unitsOf))
  useTitle([t('review.inbox')], tasks !== undefined)
  const first = tasks?.[0]
  useCaseKeys(
    () => step(1),
    () => step(-1),
  )
  return (
    <Main size="sm">
      <DoneNotice />
      <div class="fk-row fk-mb-s" data-end>
        <h1 class="fk-h1">
          {t('review.inbox')} <span class="fk-count">{tasks?.length ?? '\u00a0'}</span>
        </h1>
        {first && (
          <a class="ds-link" href={addressOf(first)}>
            {t('review.oldest')}
          </a>
        )}
      </div>
      {error !== undefined && <Trouble error={error} retry={reload} />}
      {!tasks && error === undefined && <Waiting lines={6} />}
      {tasks?.length === 0 && (
        <Empty
          heading={t('review.empty.heading')}
          actions={
            <a class="ds-link" href="/registret">
              {t('review.empty.link')}
            </a>
          }
        >
          <p>{t('review.empty.text')}</p>
        </Empty>
      )}
      {tasks && tasks.length > 0 && (
        <Table caption={t('review.inbox')} columns={columns(names)} rows={tasks} rowKey={(task) => task.id} />
      )}
    </Main>
  )
}

/** Moves focus to the case after or before the one that has it. */
function step(by: number): void {
  const links = [...document.querySelectorAll<HTMLElement>('main .fk-rec')]
  const at = links.findIndex((link) => link === document.activeElement)
  links[at < 0 ? 0 : at + by]?.focus()
}

function columns(names: Names): Column<Task>[] {
  return [
    {
      id: 'case',
      label: t('review.column.case'),
      head: true,
      cell: (task) => (
        <>
          <a class="fk-rec" href={addressOf(task)}>
            {task.name || t('review.nameless')}
          </a>
          <br />
          <span class="fk-small fk-dim fk-num">{task.number}</span>
        </>
      ),
    },
    { id: 'what', label: t('review.column.what'), cell: (task) => t(`review.what.${task.what}`) },
    { id: 'unit', label: t('review.column.unit'), cell: (task) => names.unit(task.orgUnitId) },
    { id: 'waited', label: t('review.column.waited'), nowrap: true, cell: (task) => waited(task.since) },
    { id: 'findings', label: t('review.column.findings'), cell: (task) => <Severities counts={task.findings} /> },
    {
      id: 'since',
      label: t('review.column.since'),
      num: true,
      hideOnPhone: true,
      cell: (task) => dateShort(task.since),
    },
  ]
}

function waited(since: string): string {
  const days = daysBetween(since, dayOf(now()))
  return days === 0 ? t('review.today') : t('review.days', { count: days })
}

function addressOf(task: Task): string {
  return task.what === 'confirmEnd' ? `/behandlingar/${task.id}` : `/granska/${task.id}`
}
