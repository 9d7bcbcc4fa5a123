import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ActivityRecord } from '../api/activities.ts'
import { linksOf } from '../api/history.ts'
import { SwitchGroup } from '../components/switch-group.tsx'
import { Waiting } from '../components/waiting.tsx'
import { Graph } from '../graph/graph.tsx'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { t } from '../text/text.ts'
import { NeighbourList } from './neighbour-list.tsx'
import { neighboursOf, pictureOf } from './neighbours.ts'

/** What the activity hangs together with, as a picture and as a list that says the same. */
export function Neighbourhood({ record }: { record: ActivityRecord }): JSX.Element {
  const [way, setWay] = useState('both')
  const { data: links, error, reload } = useLoad(`links ${record.id} ${record.revision}`, () => linksOf(record.id))
  const neighbours = links && neighboursOf(record.data, links)
  const count = neighbours ? Object.values(neighbours).flat().length : 0
  return (
    <section class="fk-sec" aria-labelledby="samband">
      <header>
        <h2 class="fk-h2" id="samband">
          {t('record.links.heading')}
        </h2>
        {count > 0 && (
          <SwitchGroup
            label={t('record.links.way')}
            value={way}
            options={[
              { value: 'both', label: t('record.links.both') },
              { value: 'list', label: t('record.links.list') },
            ]}
            onChange={setWay}
          />
        )}
      </header>
      {error !== undefined && <Trouble error={error} retry={reload} />}
      {!neighbours && error === undefined && <Waiting lines={4} />}
      {neighbours && count === 0 && <p class="fk-dim">{t('record.links.none')}</p>}
      {neighbours && count > 0 && way === 'both' && (
        <Graph
          title={t('record.links.picture', { count })}
          headings={['activity', 'systems', 'devices', 'suppliers', 'agreements'].map((name) =>
            t(`record.links.${name}`),
          )}
          {...pictureOf(
            { id: record.id, title: record.data.name ?? '', number: record.number },
            record.data,
            neighbours,
            {
              noAgreement: t('record.links.noAgreement'),
              unlisted: t('record.links.unlisted'),
              more: (more) => t('record.links.more', { count: more }),
            },
          )}
        />
      )}
      {neighbours && count > 0 && <NeighbourList neighbours={neighbours} />}
    </section>
  )
}
