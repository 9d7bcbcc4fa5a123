import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { now } from '../../api/clock.ts'
import { isInEea } from '../../../functions/processing/adequacy.ts'
import type { SubProcessor } from '../../../functions/suppliers/agreement-data.ts'
import { DueDate } from '../../components/due-date.tsx'
import { Icon, Sign } from '../../components/icon.tsx'
import { Table } from '../../components/table.tsx'
import { countryName } from '../../fields/countries.ts'
import { announce } from '../../shell/announcer.tsx'
import { dateText, dayOf, listText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import type { AgreementRecord } from '../agreement.ts'
import { supplierCode } from '../words.ts'
import { MoveLater } from './move-later.tsx'
import { isPast, type Place } from './place.ts'

interface Props {
  record: AgreementRecord
  place: Place
  onChange: () => void
  first?: boolean
}

/** Who takes part in the processing under the supplier, what has been decided about each, and by when one may object. */
export function SubProcessors({ record, place, onChange, first }: Props): JSX.Element {
  const [deciding, setDeciding] = useState<SubProcessor>()
  const list = record.data.subProcessors ?? []
  const { subProcessorMode: mode, objectionDays } = record.data
  const mayDecide = record.allowed.includes('decideSubProcessor') && !isPast(place)
  return (
    <section class="fk-sec" data-first={first ? '' : undefined} aria-labelledby="underbitraden">
      <header>
        <h2 class="fk-h2" id="underbitraden">
          {t('supplier-record.part.underbitraden')}{' '}
          <span class="fk-count">{list.filter(({ status }) => status !== 'ended').length}</span>
        </h2>
        <span class="fk-small fk-dim">
          {mode && supplierCode('subProcessorMode', mode)}
          {mode === 'general' &&
            objectionDays !== undefined &&
            t('supplier-record.sub.within', { count: objectionDays })}
        </span>
      </header>
      {list.length === 0 ? (
        <p class="fk-dim">{t('supplier-record.sub.none')}</p>
      ) : (
        <Table
          flush
          caption={t('supplier-record.part.underbitraden')}
          rows={list}
          rowKey={({ name }) => name}
          columns={[
            { id: 'name', label: t('supplier-record.sub.name'), head: true, cell: (one) => <Name one={one} /> },
            { id: 'country', label: t('supplier-record.sub.country'), cell: countriesOf },
            { id: 'task', label: t('supplier-record.sub.task'), cell: ({ task }) => task ?? '–' },
            {
              id: 'decided',
              label: t('supplier-record.sub.decided'),
              cell: (one) => <Decided one={one} onDecide={mayDecide ? () => setDeciding(one) : undefined} />,
            },
            {
              id: 'deadline',
              label: t('supplier-record.sub.deadline'),
              phoneLabel: t('supplier-record.sub.deadline'),
              cell: (one) => <Deadline one={one} />,
            },
            {
              id: 'mechanism',
              label: t('supplier-record.sub.mechanism'),
              cell: mechanismOf,
            },
          ]}
        />
      )}
      {deciding && (
        <MoveLater
          party="agreement"
          record={record}
          transition="decideSubProcessor"
          start={{ riskAnalysisId: {}, date: dayOf(now()) }}
          always={{ names: [deciding.name] }}
          heading={t('supplier-record.sub.heading', { name: deciding.name })}
          about={deadlineText(deciding)}
          onClose={() => setDeciding(undefined)}
          onDone={() => {
            announce(t('supplier-record.sub.saved', { name: deciding.name }))
            setDeciding(undefined)
            onChange()
          }}
        />
      )}
    </section>
  )
}

function Name({ one: { name, parentName } }: { one: SubProcessor }): JSX.Element {
  return (
    <>
      {name}
      {parentName && <span class="fk-small fk-dim"> {t('supplier-record.sub.under', { name: parentName })}</span>}
    </>
  )
}

function countriesOf({ country, countries = [] }: SubProcessor): string {
  const all = [...new Set([...(country ? [country] : []), ...countries])]
  return all.length > 0 ? listText(all.map(countryName)) : '–'
}

/** What a transfer rests on; within the EEA there is none to rest. */
function mechanismOf({ mechanism, country, countries = [] }: SubProcessor): string {
  if (mechanism) return supplierCode('mechanism', mechanism)
  const all = [...(country ? [country] : []), ...countries]
  return all.length > 0 && all.every(isInEea) ? t('supplier-record.sub.inEea') : '–'
}

/** Until when one may object, or that the day has passed. */
function deadlineText({ objectionDeadline }: SubProcessor): string {
  if (!objectionDeadline) return ''
  const key = objectionDeadline < dayOf(now()) ? 'late' : 'inTime'
  return t(`supplier-record.sub.${key}`, { date: dateText(objectionDeadline) })
}

function Decided({ one, onDecide }: { one: SubProcessor; onDecide: (() => void) | undefined }): JSX.Element {
  const { status = 'proposed', decidedAt, endedAt, name } = one
  const isOpen = status === 'proposed' || (status === 'active' && !decidedAt)
  const day = status === 'ended' ? endedAt : decidedAt
  const word = isOpen ? t('supplier-record.sub.notDecided') : supplierCode('subProcessorStatus', status)
  return (
    <>
      {isOpen ? (
        <span class="fk-sev" data-sev="h">
          <Sign id="sev-h" />
          {word}
        </span>
      ) : status === 'approved' || status === 'active' ? (
        <span class="fk-ok">
          <Icon name="check" />
          {word}
        </span>
      ) : (
        <span class="fk-dim">{word}</span>
      )}
      {day && <span class="fk-small fk-dim"> {dateText(day)}</span>}
      {onDecide && status !== 'ended' && (
        <>
          <br />
          <button type="button" class="fk-linklike fk-small" onClick={onDecide}>
            {t(isOpen ? 'supplier-record.sub.decide' : 'supplier-record.sub.change')}
            <span class="ds-sr-only"> {name}</span>
          </button>
        </>
      )}
    </>
  )
}

/** The last day to object; late only while nothing has been decided. */
function Deadline({ one: { objectionDeadline, status, decidedAt } }: { one: SubProcessor }): JSX.Element {
  if (!objectionDeadline) return <span class="fk-dim">–</span>
  const isOpen = !decidedAt && status !== 'ended'
  return isOpen ? <DueDate date={objectionDeadline} long /> : <span class="fk-num">{dateText(objectionDeadline)}</span>
}
