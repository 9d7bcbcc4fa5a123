import type { JSX } from 'preact'
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
import { readDossier, type Dossier } from './dossier.ts'
import { partAddress, placeOf, type Place } from './parts.ts'
import { PrintPart } from './print-part.tsx'
import { RecordPart } from './record-part.tsx'
import { RecordTop } from './record-top.tsx'

/** One processing activity: its summary, then one of its parts. */
export function RecordPage({ params, query }: PageProps): JSX.Element {
  const id = params['id'] ?? ''
  const place = placeOf(params['part'], query)
  const key = `${id} ${place.revision ?? ''} ${place.asOf ?? ''}`
  const { data: dossier, error, loading, reload } = useLoad(key, () => readDossier(id, place))
  const record = dossier?.record
  useTitle([place.part !== 'oversikt' && t(`record.part.${place.part}`), record?.data.name], record !== undefined)
  if (error instanceof Problem && error.status === 404) {
    return place.asOf || place.revision ? <NotThen id={id} place={place} /> : <NotFound />
  }
  return (
    <Main size="sm">
      {error !== undefined && <Trouble error={error} retry={reload} level={1} />}
      {loading && <Waiting lines={9} />}
      {dossier && <Shown dossier={dossier} place={place} onChange={reload} />}
    </Main>
  )
}

interface ShownProps {
  dossier: Dossier
  place: Place
  onChange: () => void
}

function Shown({ dossier, place, onChange }: ShownProps): JSX.Element {
  if (place.part === 'utskrift') return <PrintPart record={dossier.record} place={place} />
  return (
    <>
      <RecordTop dossier={dossier} place={place} onChange={onChange} />
      <RecordPart dossier={dossier} place={place} onChange={onChange} />
    </>
  )
}

/** The record is there, but was not in force at the time that the address names. */
function NotThen({ id, place }: { id: string; place: Place }): JSX.Element {
  useTitle([t('record.past.none')])
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
