import type { JSX } from 'preact'
import { Waiting } from '../../components/waiting.tsx'
import { PartLater } from '../../loading/later.tsx'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import type { PageProps } from '../../router/page.ts'
import { useTitle } from '../../router/title.ts'
import { Main } from '../../shell/main.tsx'
import { t } from '../../text/text.ts'
import { UseTable } from '../coverage/use-table.tsx'
import { supplierAddress } from '../supplier.ts'
import { AgreementTable } from './agreement-table.tsx'
import { readSupplier, type SupplierDossier } from './dossier.ts'
import { isNotThere, NotThere } from './not-there.tsx'
import { placeOf } from './place.ts'
import { SupplierOverview } from './supplier-overview.tsx'
import { supplierParts, SupplierTop } from './supplier-top.tsx'

const history = () => import('./record-history.tsx').then((module) => module.RecordHistory)
const comments = () => import('./record-comments.tsx').then((module) => module.RecordComments)

const parts = ['supplier-parts'] as const

/** One supplier: its summary, then one of its parts. */
export function SupplierPage({ params, query }: PageProps): JSX.Element {
  const id = params['id'] ?? ''
  const place = placeOf(supplierParts, params['part'], query)
  const key = `${id} ${place.revision ?? ''} ${place.asOf ?? ''}`
  const { data: dossier, error, loading, reload } = useLoad(key, () => readSupplier(id, place))
  const part = place.part !== 'oversikt' && t(`supplier-record.part.${place.part}`)
  useTitle([part, dossier?.record.data.name], dossier !== undefined)
  if (isNotThere(error)) return <NotThere own={supplierAddress(id)} place={place} />
  return (
    <Main size="sm">
      {error !== undefined && <Trouble error={error} retry={reload} level={1} />}
      {loading && <Waiting lines={9} />}
      {dossier && (
        <>
          <SupplierTop dossier={dossier} place={place} onChange={reload} />
          {place.part === 'oversikt' && <SupplierOverview dossier={dossier} place={place} onChange={reload} />}
          {place.part === 'avtal' && <Agreements dossier={dossier} />}
          {place.part === 'anvands' && <UsedBy dossier={dossier} />}
          {place.part === 'historik' && (
            <PartLater
              part={place.part}
              load={history}
              topics={parts}
              party="supplier"
              plural="suppliers"
              own={supplierAddress(id)}
              id={id}
              revisions={dossier.revisions}
            />
          )}
          {place.part === 'kommentarer' && (
            <PartLater
              part={place.part}
              load={comments}
              topics={parts}
              plural="suppliers"
              id={id}
              notes={dossier.notes}
              onChange={reload}
            />
          )}
        </>
      )}
    </Main>
  )
}

function Agreements({ dossier }: { dossier: SupplierDossier }): JSX.Element {
  const { agreements, record } = dossier
  return (
    <section class="fk-sec" data-first aria-labelledby="avtal">
      <header>
        <h2 class="fk-h2" id="avtal">
          {t('supplier-record.part.avtal')} <span class="fk-count">{agreements.length}</span>
        </h2>
        {record.allowed.includes('edit') && (
          <a class="ds-button fk-btn-s" data-variant="secondary" href={`/avtal/ny?leverantor=${record.id}`}>
            {t('suppliers.newAgreement')}
          </a>
        )}
      </header>
      {agreements.length === 0 ? (
        <p class="fk-dim">{t('supplier-record.noAgreements')}</p>
      ) : (
        <AgreementTable agreements={agreements} />
      )}
    </section>
  )
}

function UsedBy({ dossier: { uses } }: { dossier: SupplierDossier }): JSX.Element {
  return (
    <section class="fk-sec" data-first aria-labelledby="anvands">
      <header>
        <h2 class="fk-h2" id="anvands">
          {t('supplier-record.part.anvands')} <span class="fk-count">{uses?.items.length ?? ''}</span>
        </h2>
      </header>
      {!uses && <p class="fk-dim">{t('supplier-record.usesHidden')}</p>}
      {uses?.items.length === 0 && <p class="fk-dim">{t('supplier-record.notUsed')}</p>}
      {uses && uses.items.length > 0 && (
        <UseTable caption={t('supplier-record.part.anvands')} uses={uses.items} withController />
      )}
    </section>
  )
}
