import type { JSX } from 'preact'
import { Breadcrumbs } from '../../components/breadcrumbs.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { addressOf, viewOf } from '../../lists/view.ts'
import { foldHistory } from '../../record/fold.ts'
import { dateText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { assetList } from '../list/view.ts'
import { AssetActions } from './asset-actions.tsx'
import { AssetFacts } from './asset-facts.tsx'
import type { AssetDossier } from './dossier.ts'
import { neighboursOf } from './neighbours.ts'
import { partAddress, parts, type Place } from './parts.ts'

interface Props {
  dossier: AssetDossier
  place: Place
  onChange: () => void
}

/** What it is, whose, in which state, what can be done with it; then the tabs. */
export function AssetTop({ dossier, place, onChange }: Props): JSX.Element {
  const { kind, record, links, revisions, notes } = dossier
  const list = addressOf(assetList, { ...viewOf(assetList, {}), filters: { kind: [kind.name] } })
  const documents = record.data['documents']
  const counts: { [part: string]: number } = {
    samband: neighboursOf(links).length,
    dokument: Array.isArray(documents) ? documents.length : 0,
    historik: foldHistory(revisions).length,
    kommentarer: notes.length,
  }
  const isPast = place.revision !== undefined || place.asOf !== undefined
  const description = record.data['description']
  return (
    <>
      <Breadcrumbs
        steps={[
          { href: '/tillgangar', label: t('asset-record.assets') },
          { href: list, label: t(`asset-record.kind.${kind.name}`) },
          { href: partAddress(kind, record.id, { part: 'oversikt' }), label: record.number ?? t('asset-record.new') },
        ]}
      />
      <div class="fk-row fk-top-aligned fk-mt-s" data-end>
        <div>
          <div class="fk-row">
            <h1 class="fk-h1">{record.data.name ?? t('asset-record.nameless')}</h1>
            <StateTag state={record.state} />
          </div>
          {typeof description === 'string' && <p class="fk-prose">{description}</p>}
        </div>
        {!isPast && <AssetActions dossier={dossier} onChange={onChange} />}
      </div>
      {isPast && (
        <p class="fk-panel fk-mt" role="status">
          {t('asset-record.past', { revision: String(record.revision), date: dateText(record.updatedAt) })}{' '}
          <a class="ds-link" href={partAddress(kind, record.id, { part: place.part })}>
            {t('asset-record.now')}
          </a>
        </p>
      )}
      <AssetFacts record={record} />
      <Tabs
        label={t('asset-record.parts')}
        tabs={parts.map((part) => ({
          href: partAddress(kind, record.id, { ...place, part }),
          label: t(`asset-record.part.${part}`),
          current: part === place.part,
          count: counts[part],
        }))}
      />
    </>
  )
}
