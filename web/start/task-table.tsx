import { now } from '../api/clock.ts'
import type { Task } from '../api/tasks.ts'
import { DueDate } from '../components/due-date.tsx'
import { Severities } from '../components/severity.tsx'
import { useNames } from '../directory/names.ts'
import { dayOf, daysBetween } from '../text/format.ts'
import { t } from '../text/text.ts'
import { taskAddress } from './task-address.ts'

/** Tasks of one sort for those who work here all day, the oldest first. */
export function TaskTable({ id, tasks }: { id: string; tasks: readonly Task[] }) {
  const names = useNames()
  const oldest = tasks.toSorted((a, b) => a.since.localeCompare(b.since))
  const days = (task: Task): number => daysBetween(task.since, dayOf(now()))
  return (
    <section class="fk-sec" aria-labelledby={`grupp-${id}`}>
      <header>
        <h2 class="fk-h2" id={`grupp-${id}`}>
          {t(`start.group.${id}`)} <span class="fk-count">{tasks.length}</span>
        </h2>
        {oldest[0] && tasks.length > 1 && (
          <a class="ds-link fk-small" href={taskAddress(oldest[0])}>
            {t('start.oldest')}
          </a>
        )}
      </header>
      <table class="ds-table fk-table" data-flush data-stack>
        <thead>
          <tr>
            {['name', 'unit', 'waited', 'findings', 'due'].map((column) => (
              <th key={column} scope="col">
                {t(`start.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {oldest.map((task) => (
            <tr key={task.what + task.id}>
              <th scope="row" data-first>
                <a class="fk-rec" href={taskAddress(task)}>
                  {task.name || t('start.unnamed')}
                </a>
                <br />
                <span class="fk-small fk-dim">
                  {[task.number, t(`start.task.${task.what}.short`)].filter(Boolean).join(', ')}
                </span>
              </th>
              <td>{names.unit(task.orgUnitId)}</td>
              <td class="fk-num">{days(task) === 0 ? t('start.today') : t('start.days', { count: days(task) })}</td>
              <td>
                <Severities counts={task.findings} />
              </td>
              <td>
                <DueDate date={task.due} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
