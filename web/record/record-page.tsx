import type { JSX } from 'preact'
import type { ActivityRecord } from '../api/activities.ts'
import { readActivityAt } from '../api/history.ts'
import { Problem } from '../api/problem.ts'
import { Empty } from '../components/empty.tsx'
import { Waiting } from '../components/waiting.tsx'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import type { PageProps } from '../router/page.ts'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { dateText } from '../text/format.ts'
import { t } from '../text/text.ts'
import { partAddress, placeOf, type Place } from './parts.ts'
import { PrintPart } from './print-part.tsx'
import { RecordPart } from './record-part.tsx'
import { RecordTop } from './record-top.tsx'

/** One processing activity: its summary, then one of its parts. */
export function RecordPage({ params, query }: PageProps): JSX.Element {
  const id = params['id'] ?? ''
  const place = placeOf(params['part'], query)
  const key = `${id} ${place.revision ?? ''} ${place.asOf ?? ''}`
  const { data: record, error, loading, reload } = useLoad(key, () => readActivityAt(id, place))
  useTitle([place.part !== 'oversikt' && t(`record.part.${place.part}`), record?.data.name], record !== undefined)
  if (error instanceof Problem && error.status === 404) {
    return place.asOf || place.revision ? <NotThen id={id} place={place} /> : <NotFound />
  }
  return (
    <Main size="sm">
      {error !== undefined && <Trouble error={error} retry={reload} level={1} />}
      {loading && <Waiting lines={9} />}
      {record && <Shown record={record} place={place} onChange={reload} />}
    </Main>
  )
}

interface ShownProps {
  record: ActivityRecord
  place: Place
  onChange: () => void
}

function Shown({ record, place, onChange }: ShownProps): JSX.Element {
  if (place.part === 'utskrift') return <PrintPart record={record} place={place} />
  return (
    <>
      <RecordTop record={record} place={place} onChange={onChange} />
      <RecordPart record={record} place={place} onChange={onChange} />
    </>
  )
}

/** The record is there, but was not in force at the time that the address names. */
function NotThen({ id, place }: { id: string; place: Place }): JSX.Element {
  return (
    <Main size="sm">
      <Empty
        level={1}
        heading={t('record.past.none')}
        actions={
          <a class="ds-link" href={partAddress(id, { part: place.part })}>
            {t('record.past.now')}
          </a>
        }
      >
        <p>
          {place.asOf
            ? t('record.past.noneAsOf', { date: dateText(place.asOf) })
            : t('record.past.noneRevision', { revision: String(place.revision) })}
        </p>
      </Empty>
    </Main>
  )
}
