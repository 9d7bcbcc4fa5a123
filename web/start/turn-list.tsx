import { now } from '../api/clock.ts'
import type { Task } from '../api/tasks.ts'
import { dateText, dayOf, daysBetween, weekdayText } from '../text/format.ts'
import { t } from '../text/text.ts'
import { taskAddress } from './task-address.ts'

/** What waits for someone who comes now and then: each with what it is about and one button. */
export function TurnList({ tasks }: { tasks: readonly Task[] }) {
  if (tasks.length === 0) return null
  return (
    <section aria-labelledby="vantar">
      <h2 class="ds-sr-only" id="vantar">
        {t('start.waiting')}
      </h2>
      {tasks.map((task) => (
        <div key={task.what + task.id} class="fk-turn">
          <div>
            <p>
              <b>{t(`start.task.${task.what}.heading`, { name: task.name })}</b>
            </p>
            <p class="fk-dim">
              {t(`start.task.${task.what}.text`)}
              {task.due && ` ${dueText(task.due)}`}
            </p>
          </div>
          <a class="ds-button" data-variant="secondary" href={taskAddress(task)}>
            {t(`start.task.${task.what}.button`)}
            <span class="ds-sr-only"> {task.name}</span>
          </a>
        </div>
      ))}
    </section>
  )
}

function dueText(due: string): string {
  if (daysBetween(due, dayOf(now())) > 0) return t('start.overdue', { date: dateText(due, dayOf(now())) })
  return t('start.dueBy', { date: weekdayText(due) })
}
