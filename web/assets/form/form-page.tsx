import type { JSX } from 'preact'
import { Problem } from '../../api/problem.ts'
import { readRecord } from '../../api/records.ts'
import { Waiting } from '../../components/waiting.tsx'
import { withNames } from '../../directory/names.ts'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import type { PageProps } from '../../router/page.ts'
import { Main } from '../../shell/main.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { kindAt, type AssetRecord } from '../asset.ts'
import { AssetForm } from './asset-form.tsx'

/** A new asset, or one to change. */
export function AssetFormPage({ params }: PageProps): JSX.Element {
  const kind = kindAt(params['kind'])
  const id = params['id']
  const loaded = useLoad(kind && id ? `${kind.name} ${id}` : undefined, () =>
    withNames(readRecord<AssetRecord['data']>(kind!.plural, id!)),
  )
  if (!kind || (loaded.error instanceof Problem && loaded.error.status === 404)) return <NotFound />
  if (loaded.error !== undefined)
    return (
      <Main size="sm">
        <Trouble error={loaded.error} retry={loaded.reload} level={1} />
      </Main>
    )
  if (id && !loaded.data)
    return (
      <Main size="sm">
        <Waiting lines={9} />
      </Main>
    )
  return <AssetForm key={`${kind.name} ${id ?? ''}`} kind={kind} record={loaded.data} />
}
