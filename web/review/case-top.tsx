import type { JSX } from 'preact'
import { isProcessorRecord } from '../../functions/processing/traits.ts'
import type { ActivityRecord } from '../api/activities.ts'
import { Facts, type Fact } from '../components/facts.tsx'
import { Icon } from '../components/icon.tsx'
import { StateTag } from '../components/state-tag.tsx'
import { useNames } from '../directory/names.ts'
import { dateText } from '../text/format.ts'
import { t } from '../text/text.ts'

/** Whose notification it is, who answers for it, and when the processing starts. */
export function CaseTop({ record }: { record: ActivityRecord }): JSX.Element {
  const names = useNames()
  const { data } = record
  const facts: Fact[] = [
    { label: t('review.fact.number'), value: record.number ?? '–', num: true },
    {
      label: t('review.fact.initiator'),
      value: names.person(data.initiatorId ?? record.createdBy),
      note: names.unit(data.orgUnitId),
    },
    {
      label: t('review.fact.manager'),
      value: data.responsibleManagerId ? names.person(data.responsibleManagerId) : '–',
      note: data.managerAttestation && (
        <span class="fk-ok">
          <Icon name="check" />
          {t('review.attested', { date: dateText(data.managerAttestation.at) })}
        </span>
      ),
    },
    {
      label: t('review.fact.controller'),
      value: data.controllerOrgUnitId ? names.unit(data.controllerOrgUnitId) : (data.onBehalfOf?.[0]?.name ?? '–'),
      note: isProcessorRecord(data) && t('review.fact.processor'),
    },
    { label: t('review.fact.starts'), value: data.startDate ? dateText(data.startDate) : '–' },
  ]
  return (
    <>
      <div class="fk-row fk-mt-s">
        <h1 class="fk-h1">{data.name ?? t('review.nameless')}</h1>
        <StateTag state={record.state} />
      </div>
      <div class="fk-mt">
        <Facts facts={facts} />
      </div>
      {data.coordinatorOpinion && (
        <section class="fk-panel fk-mt" aria-label={t('review.opinion')}>
          <p class="fk-small fk-dim">{t('review.opinionBy', { name: names.person(data.coordinatorId) })}</p>
          <p class="fk-pre">{data.coordinatorOpinion}</p>
        </section>
      )}
    </>
  )
}
