import { now } from '../api/clock.ts'
import type { Session } from '../api/session.ts'
import { readTasks, type Task } from '../api/tasks.ts'
import { InventoryLater } from '../assets/start/inventory-later.tsx'
import { withNames } from '../directory/names.ts'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { OverviewLater } from '../overview/overview-later.tsx'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { hasRole, readsNothing, useSession } from '../shell/session.ts'
import { type GapCounts, Gaps, readGaps } from '../suppliers/start/gaps.tsx'
import { dayOf, weekdayText } from '../text/format.ts'
import { t } from '../text/text.ts'
import { AdminStart } from './admin-start.tsx'
import { CalmStart } from './calm-start.tsx'
import { TaskTable } from './task-table.tsx'
import { Empty } from '../components/empty.tsx'
import { WaitingPart } from '../components/waiting.tsx'

const groups: { [id: string]: readonly string[] } = {
  own: ['returned', 'draft', 'attest'],
  review: ['take', 'review', 'register'],
  agreements: [
    'missingSupplier',
    'decideSubProcessor',
    'assessChange',
    'giveNotice',
    'agreementEnds',
    'followUpSupplier',
    'confirmChecklist',
  ],
  followUp: ['confirmEnd', 'confirmRefusal', 'remarkAnswered', 'remarkUnanswered', 'reviewDue'],
}

/** Those who work in the inventory all day. */
const inventoryRoles = ['itAssetManager', 'medTechManager', 'systemOwner', 'systemAdmin']

/** Those who see to it that agreements are there. */
const watchesAgreements = (session: Session): boolean => hasRole(session, 'contractOwner', 'dpo', 'dpCoordinator')

const unitsOf = (tasks: readonly Task[]): unknown => tasks.map((task) => task.orgUnitId)

/** What waits for the person, then the one big action, then their own notifications. */
export function StartPage() {
  const session = useSession()
  const { data, error, reload } = useLoad(session.person.id, async () => {
    const [tasks, gaps] = await Promise.all([
      withNames(readTasks(), unitsOf),
      watchesAgreements(session) ? readGaps() : undefined,
    ])
    return { tasks, gaps }
  })
  if (readsNothing(session)) return <AdminStart />
  const keeps = hasRole(session, ...inventoryRoles)
  if (!keeps && !hasRole(session, 'dpCoordinator', 'dpo'))
    return <CalmStart tasks={data?.tasks} gaps={data?.gaps} error={error} reload={reload} />
  return <WorkStart tasks={data?.tasks} gaps={data?.gaps} error={error} reload={reload} />
}

interface StartProps {
  tasks: readonly Task[] | undefined
  gaps: GapCounts | undefined
  error: unknown
  reload: () => void
}

function WorkStart({ tasks, gaps, error, reload }: StartProps) {
  useTitle([t('start.title')], tasks !== undefined)
  const session = useSession()
  const isOfficer = hasRole(session, 'dpo')
  const keeps = hasRole(session, ...inventoryRoles)
  const today = weekdayText(dayOf(now()))
  return (
    <Main size="sm">
      <div class="fk-row" data-end>
        <div>
          <h1 class="fk-h1">{t('start.todo')}</h1>
          <p class="fk-dim">{today.slice(0, 1).toLocaleUpperCase() + today.slice(1)}</p>
        </div>
        <div class="fk-row">
          <a class="ds-button" data-variant="secondary" href="/registret">
            {t('start.find')}
          </a>
          <a class="ds-button" data-variant="secondary" href="/anmal">
            {t('start.notify')}
          </a>
        </div>
      </div>
      <div class={isOfficer ? 'fk-split' : undefined}>
        <div>
          {error ? <Trouble error={error} retry={reload} /> : !tasks && <WaitingPart />}
          {tasks?.length === 0 && !keeps && (
            <Empty heading={t('start.nothing.heading')}>
              <p>{t('start.nothing.text')}</p>
            </Empty>
          )}
          {Object.entries(groups).map(([id, kinds]) => {
            const some = (tasks ?? []).filter((task) => kinds.includes(task.what))
            return some.length > 0 && <TaskTable key={id} id={id} tasks={some} />
          })}
          {gaps && <Gaps gaps={gaps} />}
          {keeps && (tasks ?? error) !== undefined && <InventoryLater />}
        </div>
        {isOfficer && tasks && <OverviewLater />}
      </div>
    </Main>
  )
}
