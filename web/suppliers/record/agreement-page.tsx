import type { JSX } from 'preact'
import { Waiting } from '../../components/waiting.tsx'
import { PartLater } from '../../loading/later.tsx'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import type { PageProps } from '../../router/page.ts'
import { useTitle } from '../../router/title.ts'
import { Main } from '../../shell/main.tsx'
import { t } from '../../text/text.ts'
import { agreementAddress } from '../agreement.ts'
import { AgreementOverview } from './agreement-overview.tsx'
import { agreementParts, AgreementTop } from './agreement-top.tsx'
import { agreementPartsLater } from './agreement-parts.ts'
import { readAgreement } from './dossier.ts'
import { isNotThere, NotThere } from './not-there.tsx'
import { placeOf } from './place.ts'

const parts = ['supplier-parts'] as const

/** One agreement: its summary, then one of its parts. */
export function AgreementPage({ params, query }: PageProps): JSX.Element {
  const id = params['id'] ?? ''
  const place = placeOf(agreementParts, params['part'], query)
  const key = `${id} ${place.revision ?? ''} ${place.asOf ?? ''}`
  const { data: dossier, error, loading, reload } = useLoad(key, () => readAgreement(id, place))
  const later = agreementPartsLater[place.part]
  const part = place.part !== 'oversikt' && t(`supplier-record.part.${place.part}`)
  useTitle([part, dossier?.record.data.name], dossier !== undefined)
  if (isNotThere(error)) return <NotThere own={agreementAddress(id)} place={place} />
  return (
    <Main size="sm">
      {error !== undefined && <Trouble error={error} retry={reload} level={1} />}
      {loading && <Waiting lines={9} />}
      {dossier && (
        <>
          <AgreementTop dossier={dossier} place={place} onChange={reload} />
          {later ? (
            <PartLater
              part={place.part}
              load={later}
              topics={parts}
              dossier={dossier}
              place={place}
              onChange={reload}
            />
          ) : (
            <AgreementOverview record={dossier.record} place={place} onChange={reload} />
          )}
        </>
      )}
    </Main>
  )
}
