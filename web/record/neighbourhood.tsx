import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ActivityRecord } from '../api/activities.ts'
import type { LinkGroup } from '../api/record.ts'
import { SwitchGroup } from '../components/switch-group.tsx'
import { Graph } from '../graph/graph.tsx'
import { t } from '../text/text.ts'
import { NeighbourList } from './neighbour-list.tsx'
import { neighboursOf, pictureOf } from './neighbours.ts'

/** What the activity hangs together with, as a picture and as a list that says the same. */
export function Neighbourhood({ record, links }: { record: ActivityRecord; links: readonly LinkGroup[] }): JSX.Element {
  const [way, setWay] = useState('both')
  const neighbours = neighboursOf(record.data, links)
  const count = Object.values(neighbours).flat().length
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
      {count === 0 && <p class="fk-dim">{t('record.links.none')}</p>}
      {count > 0 && way === 'both' && (
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
      {links.some((group) => group.more) && <p class="fk-dim">{t('record.links.notAll')}</p>}
      {count > 0 && <NeighbourList neighbours={neighbours} />}
    </section>
  )
}
