import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import { now } from '../../api/clock.ts'
import { allPages } from '../../api/all-pages.ts'
import { supplierVocabularies } from '../../../functions/suppliers/vocabulary.ts'
import { DueDate } from '../../components/due-date.tsx'
import { Empty } from '../../components/empty.tsx'
import { Select } from '../../components/select.tsx'
import { Table } from '../../components/table.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useNames, withNames } from '../../directory/names.ts'
import { isDate } from '../../fields/date-text.ts'
import { ExportMenu } from '../../lists/export-menu.tsx'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import { recordAddress } from '../../router/record-address.ts'
import type { PageProps } from '../../router/page.ts'
import { useTitle } from '../../router/title.ts'
import { Main } from '../../shell/main.tsx'
import { dayOf, monthText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { SuppliersHead } from '../list/suppliers-head.tsx'
import { supplierCode } from '../words.ts'

interface Event {
  date: string
  what: string
  kind: 'agreement' | 'supplier'
  id: string
  number?: string
  name: string
  supplierId?: string
  controllerOrgUnitIds?: string[]
  ownerId?: string
}

const path = '/leverantorer/kalender'

/** Ends, last days to give notice or to object, follow-ups and certificates of the next twelve months, month by month. */
export function CalendarPage({ query }: PageProps): JSX.Element {
  const { route } = useLocation()
  const today = dayOf(now())
  const from = isDate(query['fran'] ?? '') ? query['fran']! : today
  const what = query['vad'] ?? ''
  const asked = new URLSearchParams({ from, ...(what && { what }) })
  const address = `/api/agreements/calendar?${asked}&limit=200`
  const { data, error, reload } = useLoad(address, () => withNames(allPages<Event>(address)))
  useTitle([t('suppliers.heading.calendar')])
  const show = (next: { from: string; what: string }): void => {
    const shown = new URLSearchParams({
      ...(next.from !== today && { fran: next.from }),
      ...(next.what && { vad: next.what }),
    })
    route(shown.size ? `${path}?${shown}` : path)
  }
  const months = Map.groupBy(data ?? [], ({ date }) => date.slice(0, 7))
  return (
    <Main size="sm" wide>
      <SuppliersHead part="calendar" />
      <p class="fk-lead fk-covlead fk-mt" role="status">
        {data ? t('suppliers.calendar.lead', { count: data.length }) : '\u00a0'}
      </p>
      <div class="fk-row fk-mt fk-covtools">
        <Select
          label={t('suppliers.calendar.what')}
          none={t('suppliers.calendar.all')}
          options={supplierVocabularies.calendarEvent.map((value) => ({
            value,
            label: supplierCode('calendarEvent', value),
          }))}
          value={what}
          onChange={(value) => show({ from, what: value })}
        />
        <TextInput
          type="date"
          label={t('suppliers.calendar.from')}
          value={from}
          onInput={(day) => isDate(day) && day !== from && show({ from: day, what })}
        />
        <ExportMenu address={(format) => `/api/agreements/calendar/export?format=${format}&${asked}`} />
      </div>
      {error !== undefined && <Trouble error={error} retry={reload} />}
      {!data && error === undefined && <Waiting lines={10} />}
      {data?.length === 0 && (
        <Empty heading={t('suppliers.calendar.empty.heading')}>
          <p>{t('suppliers.calendar.empty.text')}</p>
        </Empty>
      )}
      {[...months].map(([month, events]) => (
        <Month key={month} month={month} events={events} />
      ))}
    </Main>
  )
}

function Month({ month, events }: { month: string; events: readonly Event[] }): JSX.Element {
  const names = useNames()
  const said = monthText(`${month}-01`)
  const name = said.charAt(0).toLocaleUpperCase() + said.slice(1)
  return (
    <section class="fk-sec fk-even" aria-labelledby={`m-${month}`}>
      <header>
        <h2 class="fk-h2" id={`m-${month}`}>
          {name} <span class="fk-count">{events.length}</span>
        </h2>
      </header>
      <Table
        flush
        caption={t('suppliers.calendar.caption', { month: said })}
        rows={events}
        rowKey={({ date, what, id }) => date + what + id}
        columns={[
          { id: 'date', label: t('suppliers.calendar.date'), cell: ({ date }) => <DueDate date={date} /> },
          { id: 'what', label: t('suppliers.calendar.event'), cell: ({ what }) => supplierCode('calendarEvent', what) },
          {
            id: 'about',
            label: t('suppliers.calendar.about'),
            head: true,
            cell: ({ kind, id, name: about, number }) => (
              <>
                <a class="fk-rec" href={recordAddress(kind, id)}>
                  {about}
                </a>
                {number && <span class="fk-small fk-dim fk-num"> {number}</span>}
              </>
            ),
          },
          {
            id: 'supplier',
            label: t('suppliers.coverage.supplier'),
            cell: ({ supplierId }) => names.record(supplierId) || '–',
          },
          {
            id: 'for',
            label: t('suppliers.calendar.for'),
            cell: ({ controllerOrgUnitIds = [] }) => controllerOrgUnitIds.map(names.unit).join(', ') || '–',
          },
          {
            id: 'owner',
            label: t('suppliers.calendar.owner'),
            hideOnPhone: true,
            cell: ({ ownerId }) => names.person(ownerId) || '–',
          },
        ]}
      />
    </section>
  )
}
