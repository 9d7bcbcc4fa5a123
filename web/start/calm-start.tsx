import type { Task } from '../api/tasks.ts'
import { Waiting } from '../components/waiting.tsx'
import { useNames } from '../directory/names.ts'
import { orgUnits } from '../directory/org-units.ts'
import { nearest } from '../directory/unit-path.ts'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { useSession } from '../shell/session.ts'
import { type GapCounts, Gaps } from '../suppliers/start/gaps.tsx'
import { t } from '../text/text.ts'
import { Hero } from './hero.tsx'
import { MyLatest } from './my-latest.tsx'
import { TurnList } from './turn-list.tsx'
import { WhenToNotify } from './when-to-notify.tsx'
import { YourCoordinator } from './your-coordinator.tsx'

interface Props {
  tasks: readonly Task[] | undefined
  /** For those who look after agreements. */
  gaps: GapCounts | undefined
  error: unknown
  reload: () => void
}

/** The start page of someone who comes now and then. */
export function CalmStart({ tasks, gaps, error, reload }: Props) {
  const { person } = useSession()
  const names = useNames()
  const { data: units } = useLoad('units', orgUnits)
  const unit = names.unit(person.orgUnitId)
  const administration = nearest(units ?? [], person.orgUnitId, 'administration')?.data.name
  const place = [unit, administration === unit ? undefined : administration].filter(Boolean).join(', ')
  useTitle([t('start.title')])
  return (
    <Main>
      <h1 class="fk-h1">{t('start.hello', { name: person.displayName.split(' ')[0] })}</h1>
      <p class="fk-dim fk-place">{place || '\u00a0'}</p>
      <div class="fk-split fk-start">
        <div>
          {error ? <Trouble error={error} retry={reload} /> : null}
          {tasks || error ? (
            <>
              <TurnList tasks={(tasks ?? []).filter((task) => task.what !== 'draft')} />
              <Hero />
              {gaps && <Gaps gaps={gaps} />}
              <MyLatest />
            </>
          ) : (
            <Waiting lines={6} />
          )}
        </div>
        {(tasks || error) && (
          <aside class="fk-aside" aria-label={t('start.help')} data-size="sm">
            <WhenToNotify />
            <YourCoordinator />
          </aside>
        )}
      </div>
    </Main>
  )
}
