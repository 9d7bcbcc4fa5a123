import { Empty } from '../components/empty.tsx'
import { Icon } from '../components/icon.tsx'
import { Waiting } from '../components/waiting.tsx'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { useSession } from '../shell/session.ts'
import { t } from '../text/text.ts'
import { MineList } from './mine-list.tsx'
import { myActivities } from './my-activities.ts'

/** All notifications of one's own. */
export function MinePage() {
  const { person } = useSession()
  const { data, error, reload } = useLoad(person.id, () => myActivities(person.id))
  useTitle([t('start.mine')], data !== undefined)
  const notify = (
    <a class="ds-button" data-variant="primary" href="/anmal">
      {t('start.notify')}
      <Icon name="forward" />
    </a>
  )
  return (
    <Main>
      <div class="fk-row" data-end>
        <h1 class="fk-h1">{t('start.mine')}</h1>
        {data && data.length > 0 && notify}
      </div>
      {error ? <Trouble error={error} retry={reload} /> : !data && <Waiting lines={5} />}
      {data?.length === 0 && (
        <Empty heading={t('start.noMine.heading')} actions={notify}>
          <p>{t('start.noMine.text')}</p>
        </Empty>
      )}
      {data && <MineList items={data} />}
    </Main>
  )
}
