import type { JSX } from 'preact'
import { Problem } from '../../api/problem.ts'
import { Waiting } from '../../components/waiting.tsx'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import type { PageProps } from '../../router/page.ts'
import { useTitle } from '../../router/title.ts'
import { Main } from '../../shell/main.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { t } from '../../text/text.ts'
import { agreementAddress } from '../agreement.ts'
import { AgreementOverview } from './agreement-overview.tsx'
import { agreementParts, AgreementTop } from './agreement-top.tsx'
import { DocumentsPart } from './documents-part.tsx'
import { readAgreement } from './dossier.ts'
import { ListVersions } from './list-versions.tsx'
import { Losses } from './losses.tsx'
import { placeOf } from './place.ts'
import { RecordComments } from './record-comments.tsx'
import { RecordHistory } from './record-history.tsx'
import { SubProcessors } from './sub-processors.tsx'

/** One agreement: its summary, then one of its parts. */
export function AgreementPage({ params, query }: PageProps): JSX.Element {
  const id = params['id'] ?? ''
  const place = placeOf(agreementParts, params['part'], query)
  const key = `${id} ${place.revision ?? ''} ${place.asOf ?? ''}`
  const { data: dossier, error, loading, reload } = useLoad(key, () => readAgreement(id, place))
  const part = place.part !== 'oversikt' && t(`supplier-record.part.${place.part}`)
  useTitle([part, dossier?.record.data.name], dossier !== undefined)
  if (error instanceof Problem && error.status === 404) return <NotFound />
  return (
    <Main size="sm">
      {error !== undefined && <Trouble error={error} retry={reload} level={1} />}
      {loading && <Waiting lines={9} />}
      {dossier && (
        <>
          <AgreementTop dossier={dossier} place={place} onChange={reload} />
          {place.part === 'oversikt' && <AgreementOverview record={dossier.record} place={place} onChange={reload} />}
          {place.part === 'underbitraden' && (
            <>
              <SubProcessors record={dossier.record} place={place} onChange={reload} first />
              <ListVersions id={id} />
            </>
          )}
          {place.part === 'dokument' && <DocumentsPart record={dossier.record} onChange={reload} />}
          {place.part === 'slut' && <Losses record={dossier.record} />}
          {place.part === 'historik' && (
            <RecordHistory
              party="agreement"
              plural="agreements"
              own={agreementAddress(id)}
              id={id}
              revisions={dossier.revisions}
            />
          )}
          {place.part === 'kommentarer' && (
            <RecordComments plural="agreements" id={id} notes={dossier.notes} onChange={reload} />
          )}
        </>
      )}
    </Main>
  )
}
