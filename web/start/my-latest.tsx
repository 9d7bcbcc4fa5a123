import { useLoad } from '../loading/use-load.ts'
import { MineList } from '../mine/mine-list.tsx'
import { myActivities } from '../mine/my-activities.ts'
import { useSession } from '../shell/session.ts'
import { t } from '../text/text.ts'

const shown = 4

/** One's latest notifications and where they are; nothing for someone who has none. */
export function MyLatest() {
  const { person } = useSession()
  const { data } = useLoad(person.id, () => myActivities(person.id))
  if (!data?.length) return null
  return (
    <section class="fk-sec" aria-labelledby="mina">
      <header>
        <h2 class="fk-h2" id="mina">
          {t('start.mine')}
        </h2>
        {data.length > shown && (
          <a class="ds-link fk-small" href="/anmalningar">
            {t('start.showAll', { count: data.length })}
          </a>
        )}
      </header>
      <MineList items={data.slice(0, shown)} />
    </section>
  )
}
