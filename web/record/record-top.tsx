import type { JSX } from 'preact'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { StateTag } from '../components/state-tag.tsx'
import { Tabs } from '../components/tabs.tsx'
import { useNames } from '../directory/names.ts'
import { DoneNotice } from '../moves/done-notice.tsx'
import { hasOpenRemarks } from '../register/activity.ts'
import { addressOf, viewOf } from '../register/view.ts'
import { t } from '../text/text.ts'
import type { Dossier } from './dossier.ts'
import { foldHistory } from './fold.ts'
import { neighboursOf } from './neighbours.ts'
import { partAddress, parts, type PartName, type Place } from './parts.ts'
import { PastNotice } from './past-notice.tsx'
import { ProposalNotice } from './proposal-notice.tsx'
import { RecordActions } from './record-actions.tsx'
import { RecordFacts } from './record-facts.tsx'

interface Props {
  dossier: Dossier
  place: Place
  onChange: () => void
}

/** What, whose, which state, by when; then the tabs. */
export function RecordTop({ dossier, place, onChange }: Props): JSX.Element {
  const { record } = dossier
  const names = useNames()
  const { data } = record
  const controller = data.controllerOrgUnitId
  const counts = countsOf(dossier)
  return (
    <>
      <Breadcrumbs
        steps={[
          { href: '/registret', label: t('record.register') },
          ...(controller
            ? [
                {
                  href: addressOf({ ...viewOf({}), filters: { controller: [controller] } }),
                  label: names.unit(controller) || '…',
                },
              ]
            : []),
          { href: partAddress(record.id, { part: 'oversikt' }), label: record.number ?? t('record.noNumber') },
        ]}
      />
      <DoneNotice about={record.id} />
      <div class="fk-row fk-top-aligned fk-mt-s" data-end>
        <div>
          <div class="fk-row">
            <h1 class="fk-h1">{data.name ?? t('record.nameless')}</h1>
            <StateTag state={record.state} remarks={hasOpenRemarks(record)} />
          </div>
          {data.purposes?.[0]?.text && <p class="fk-prose">{data.purposes[0].text}</p>}
        </div>
        <RecordActions record={record} place={place} onChange={onChange} />
      </div>
      <PastNotice record={record} place={place} />
      {!place.revision && !place.asOf && <ProposalNotice record={record} onChange={onChange} />}
      <RecordFacts record={record} />
      <Tabs
        label={t('record.parts')}
        tabs={parts.map((part) => ({
          href: partAddress(record.id, { ...place, part }),
          label: t(`record.part.${part}`),
          current: part === place.part,
          count: counts[part],
        }))}
      />
    </>
  )
}

function countsOf({ record, links, revisions, notes }: Dossier): { [part in PartName]?: number } {
  return {
    samband: Object.values(neighboursOf(record.data, links)).flat().length,
    historik: foldHistory(revisions).length,
    kommentarer: notes.length,
  }
}
