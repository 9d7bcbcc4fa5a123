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
import { kindAt } from '../asset.ts'
import { AssetTop } from './asset-top.tsx'
import { readAsset } from './dossier.ts'
import { AssetOverview } from './asset-overview.tsx'
import { PartLater } from './part-later.tsx'
import { placeOf } from './parts.ts'

/** One asset: its summary, then one of its parts. */
export function AssetPage({ params, query }: PageProps): JSX.Element {
  const kind = kindAt(params['kind'])
  const id = params['id'] ?? ''
  const place = placeOf(params['part'], query)
  const key = kind && `${kind.name} ${id} ${place.revision ?? ''} ${place.asOf ?? ''}`
  const { data: dossier, error, loading, reload } = useLoad(key, () => readAsset(kind!, id, place))
  const record = dossier?.record
  const part = place.part !== 'oversikt' && t(`asset-record.part.${place.part}`)
  useTitle([part, record?.data.name], record !== undefined)
  if (!kind || (error instanceof Problem && error.status === 404)) return <NotFound />
  return (
    <Main size="sm">
      {error !== undefined && <Trouble error={error} retry={reload} level={1} />}
      {loading && <Waiting lines={9} />}
      {dossier && (
        <>
          <AssetTop dossier={dossier} place={place} onChange={reload} />
          {place.part === 'oversikt' ? (
            <AssetOverview dossier={dossier} place={place} onChange={reload} />
          ) : (
            <PartLater part={place.part} dossier={dossier} place={place} onChange={reload} />
          )}
        </>
      )}
    </Main>
  )
}
