import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { SwitchGroup } from '../../components/switch-group.tsx'
import { Graph } from '../../graph/graph.tsx'
import { t } from '../../text/text.ts'
import type { AssetDossier } from './dossier.ts'
import { ImpactPart } from './impact-part.tsx'
import { NeighbourTable } from './neighbour-table.tsx'
import { neighboursOf, pictureOf } from './neighbours.ts'

/** What the asset hangs together with, as a picture and as a table that says the same, and what stops if it stops. */
export function AssetLinks({ dossier }: { dossier: AssetDossier }): JSX.Element {
  const [way, setWay] = useState('both')
  const { kind, record, links } = dossier
  const neighbours = neighboursOf(links)
  const count = neighbours.length
  return (
    <>
      <section class="fk-sec" data-first aria-labelledby="samband">
        <header>
          <h2 class="fk-h2" id="samband">
            {t('asset-record.links.heading')}
          </h2>
          {count > 0 && (
            <SwitchGroup
              label={t('asset-record.links.way')}
              value={way}
              options={[
                { value: 'both', label: t('asset-record.links.both') },
                { value: 'list', label: t('asset-record.links.list') },
              ]}
              onChange={setWay}
            />
          )}
        </header>
        {count === 0 && <p class="fk-dim">{t('asset-record.links.none')}</p>}
        {count > 0 && way === 'both' && (
          <Graph
            title={t('asset-record.links.picture', { count })}
            headings={['activities', 'itself', 'systems', 'things', 'suppliers'].map((name) =>
              t(`asset-record.links.${name}`),
            )}
            {...pictureOf({ id: record.id, title: record.data.name ?? '', number: record.number }, neighbours, (more) =>
              t('asset-record.links.more', { count: more }),
            )}
          />
        )}
        {count > 0 && <NeighbourTable neighbours={neighbours} />}
      </section>
      <ImpactPart kind={kind} id={record.id} name={record.data.name ?? ''} />
    </>
  )
}
