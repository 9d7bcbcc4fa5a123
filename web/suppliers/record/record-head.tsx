import type { ComponentChildren, JSX } from 'preact'
import { Breadcrumbs } from '../../components/breadcrumbs.tsx'
import { Facts, type Fact } from '../../components/facts.tsx'
import { type Tab, Tabs } from '../../components/tabs.tsx'
import { dateText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { isPast, partAddress, type Place } from './place.ts'

interface Props {
  list: { href: string; label: string }
  own: string
  record: { number?: string; revision: number; updatedAt: string; data: { name: string } }
  place: Place
  tag?: ComponentChildren
  actions: ComponentChildren
  facts: readonly Fact[]
  tabs: readonly Tab[]
}

/** Name, state, what can be done, key facts; then the tabs. Says so when the past is shown. */
export function RecordHead({ list, own, record, place, tag, actions, facts, tabs }: Props): JSX.Element {
  return (
    <>
      <Breadcrumbs steps={[list, { href: own, label: record.number ?? record.data.name }]} />
      <div class="fk-row fk-top-aligned fk-mt-s" data-end>
        <div class="fk-row">
          <h1 class="fk-h1">{record.data.name}</h1>
          {tag}
        </div>
        {!isPast(place) && actions}
      </div>
      {isPast(place) && (
        <p class="fk-panel fk-mt" role="status">
          {place.asOf
            ? t('supplier-record.pastDay', { date: dateText(place.asOf) })
            : t('supplier-record.past', { revision: String(record.revision), date: dateText(record.updatedAt) })}{' '}
          <a class="ds-link" href={partAddress(own, { part: place.part })}>
            {t('supplier-record.now')}
          </a>
        </p>
      )}
      <div class="fk-mt">
        <Facts facts={facts} />
      </div>
      <Tabs label={t('supplier-record.parts')} tabs={tabs} />
    </>
  )
}
