import type { JSX } from 'preact'
import { addMonths } from '../../../functions/processing/calendar.ts'
import { renewsItself } from '../../../functions/suppliers/term.ts'
import { now } from '../../api/clock.ts'
import { dateText, dayOf, dueText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import type { AgreementRecord } from '../agreement.ts'
import { MoveButton } from './move-button.tsx'
import { isPast, type Place } from './place.ts'
import { TermLine } from './term-line.tsx'

interface Props {
  record: AgreementRecord
  place: Place
  onChange: () => void
}

/** From when to when it holds, what happens then, and the last day to give notice; in words and as a line. */
export function TermPart({ record, place, onChange }: Props): JSX.Element | null {
  const { data, lastDay, lastNoticeDay, state } = record
  const from = data.validFrom ?? data.signedAt
  if (!from) return null
  const today = place.asOf ?? dayOf(now())
  const isLive = ['signed', 'active', 'amending'].includes(state)
  const notice = isLive && lastNoticeDay && lastNoticeDay >= today ? lastNoticeDay : undefined
  return (
    <section class="fk-sec" aria-labelledby="tider">
      <header>
        <h2 class="fk-h2" id="tider">
          {t('supplier-record.term.heading')}
        </h2>
        {!isPast(place) && (
          <span class="fk-row fk-tight">
            <MoveButton record={record} transition="terminate" onChange={onChange} />
            {lastDay && !data.terminationAt && (
              <MoveButton
                record={record}
                transition="renew"
                start={{ validTo: addMonths(lastDay, data.renewalMonths ?? 12) }}
                onChange={onChange}
              />
            )}
          </span>
        )}
      </header>
      <p>
        {lastDay
          ? t('supplier-record.term.fromTo', { from: dateText(from), to: dateText(lastDay) })
          : t('supplier-record.term.open', { from: dateText(from) })}{' '}
        {notice && !isPast(place) && (
          <b>{t('supplier-record.term.notice', { date: dateText(notice), when: dueText(notice) })}</b>
        )}
        {notice && renewsItself(data) && t('supplier-record.term.else', { count: data.renewalMonths ?? 0 })}
        {data.terminationAt && t('supplier-record.term.terminated', { date: dateText(data.terminationAt) })}
      </p>
      {lastDay && (
        <TermLine
          from={from}
          to={lastDay}
          notice={notice}
          today={today}
          todayLabel={place.asOf ? dateText(place.asOf) : t('supplier-record.term.today')}
          renews={!data.terminationAt && renewsItself(data)}
        />
      )}
    </section>
  )
}
