import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { ActivityRecord } from '../api/activities.ts'
import { now } from '../api/clock.ts'
import { Findings } from '../components/findings.tsx'
import { Icon } from '../components/icon.tsx'
import { StateTag } from '../components/state-tag.tsx'
import { hasOpenRemarks } from '../register/activity.ts'
import { dateText, dayOf } from '../text/format.ts'
import { t } from '../text/text.ts'
import { AnswersPart } from './answers-part.tsx'
import { findingsOfRecord } from './findings-of-record.ts'
import { partAddress, type Place } from './parts.ts'
import { RecordFacts } from './record-facts.tsx'

/** Time for names to arrive before the print dialog opens. */
const settleMs = 600

/** The whole record as one document to print or save, in the state that the address names. */
export function PrintPart({ record, place }: { record: ActivityRecord; place: Place }): JSX.Element {
  useEffect(() => {
    const timer = setTimeout(() => window.print(), settleMs)
    return () => clearTimeout(timer)
  }, [])
  const findings = findingsOfRecord(record)
  return (
    <article class="fk-document">
      <p class="fk-noprint fk-mb-s">
        <a class="ds-link" href={partAddress(record.id, { ...place, part: 'oversikt' })}>
          {t('record.print.back')}
        </a>{' '}
        <button type="button" class="ds-button fk-btn-s" data-variant="secondary" onClick={() => window.print()}>
          <Icon name="print" />
          {t('record.action.print')}
        </button>
      </p>
      <div class="fk-row">
        <h1 class="fk-h1">{record.data.name}</h1>
        <StateTag state={record.state} remarks={hasOpenRemarks(record)} />
      </div>
      <p class="fk-small fk-dim">
        {t(place.asOf ? 'record.print.asOf' : 'record.print.printed', {
          date: dateText(place.asOf ?? dayOf(now()), ''),
        })}
      </p>
      <RecordFacts record={record} />
      <AnswersPart record={record} />
      {findings.length > 0 && (
        <section class="fk-sec">
          <h2 class="fk-h2">{t('record.findings.heading')}</h2>
          <Findings findings={findings} />
        </section>
      )}
    </article>
  )
}
