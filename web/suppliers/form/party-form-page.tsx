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
import { useSession } from '../../shell/session.ts'
import { loadCodes } from '../../words/codes.ts'
import type { AgreementRecord } from '../agreement.ts'
import type { SupplierRecord } from '../supplier.ts'
import { AgreementForm } from './agreement-form.tsx'
import { SupplierForm } from './supplier-form.tsx'

/** A new supplier, or one to change. */
export function SupplierFormPage({ params, query }: PageProps): JSX.Element {
  const { loaded, content } = useOpened<SupplierRecord>('suppliers', params['id'])
  const { person } = useSession()
  if (content) return content
  return (
    <SupplierForm
      key={params['id'] ?? ''}
      record={loaded}
      named={query['behandling'] && query['namn'] ? { activity: query['behandling'], name: query['namn'] } : undefined}
      start={{ ...(query['namn'] && { name: query['namn'] }), country: 'SE', ownerId: person.id }}
    />
  )
}

/** A new agreement, or one to change; the address may say between whom. */
export function AgreementFormPage({ params, query }: PageProps): JSX.Element {
  const { loaded, content, reload } = useOpened<AgreementRecord>('agreements', params['id'])
  const { person } = useSession()
  if (content) return content
  return (
    <AgreementForm
      key={`${params['id'] ?? ''} ${loaded?.state ?? ''}`}
      record={loaded}
      reload={reload}
      start={{
        ownerId: person.id,
        ...(query['typ'] && { type: query['typ'] }),
        ...(query['leverantor'] && { supplierId: query['leverantor'] }),
        ...(query['namnd'] && { controllerOrgUnitIds: query['namnd'].split(',') }),
      }}
    />
  )
}

/** The record to change and the register's codes, or what is shown until they are here. */
function useOpened<R>(
  plural: string,
  id: string | undefined,
): { loaded?: R; content?: JSX.Element; reload: () => void } {
  const { data, error, reload } = useLoad(`${plural} ${id ?? ''}`, async () => {
    const [record] = await Promise.all([id ? withNames(readRecord<object>(plural, id)) : undefined, loadCodes()])
    return { record: record as R | undefined }
  })
  if (error instanceof Problem && error.status === 404) return { content: <NotFound />, reload }
  if (error !== undefined)
    return {
      reload,
      content: (
        <Main size="sm">
          <Trouble error={error} retry={reload} level={1} />
        </Main>
      ),
    }
  if (!data)
    return {
      reload,
      content: (
        <Main size="sm">
          <Waiting lines={9} />
        </Main>
      ),
    }
  return { reload, ...(data.record && { loaded: data.record }) }
}
