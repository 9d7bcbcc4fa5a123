import type { ActivitySummary } from '../api/activities.ts'
import { Track } from '../components/track.tsx'
import { StateTag } from '../components/state-tag.tsx'
import { t } from '../text/text.ts'
import { whereItIs } from './where-it-is.ts'

const tracked = ['draft', 'returned', 'submitted', 'coordinatorReview', 'dpoReview', 'registered']

/** One's notifications: name, where it is, a sentence about it, and the way on. */
export function MineList({ items }: { items: readonly ActivitySummary[] }) {
  return (
    <ul class="fk-mine" data-size="sm">
      {items.map((item) => {
        const isMine = item.state === 'draft' || item.state === 'returned'
        const name = item.data.name || t('start.unnamed')
        return (
          <li key={item.id}>
            <div>
              <b>{name}</b>
              <br />
              <span class="fk-small fk-dim">{item.number ?? t('start.draftNote')}</span>
            </div>
            <div>
              {tracked.includes(item.state) ? <Track state={item.state} /> : <StateTag state={item.state} />}
              <p class="fk-small">{whereItIs(item)}</p>
            </div>
            <div>
              <a class="fk-go" href={item.state === 'draft' ? `/anmal/${item.id}/a` : `/anmalningar/${item.id}`}>
                {t(isMine ? `start.go.${item.state}` : 'start.go.read')}
                <span class="ds-sr-only"> {name}</span>
              </a>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
