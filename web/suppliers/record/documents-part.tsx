import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { AgreementDocument } from '../../../functions/suppliers/agreement-data.ts'
import { supplierVocabularies } from '../../../functions/suppliers/vocabulary.ts'
import { Table } from '../../components/table.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useNames, withNames } from '../../directory/names.ts'
import { getJson } from '../../api/request.ts'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import { useSession } from '../../shell/session.ts'
import { dateText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { buys } from '../supplier.ts'
import { supplierCode } from '../words.ts'
import { AddDocument } from './add-document.tsx'
import type { AgreementPartProps } from './agreement-parts.ts'
import { isPast } from './place.ts'

const kilo = 1024
const shownHash = 12

/** The signed agreement and its annexes as files: each version with its fingerprint, the newest first, and a way to add one. */
export function DocumentsPart({ dossier: { record }, place, onChange }: AgreementPartProps): JSX.Element {
  const names = useNames()
  const session = useSession()
  const isOver = ['terminated', 'closed'].includes(record.state)
  const mayAdd = !isPast(place) && (record.allowed.includes('edit') || (isOver && buys(session)))
  const [version, setVersion] = useState(0)
  const address = `/api/agreements/${record.id}/documents`
  const { data, error, reload } = useLoad(`${address} ${version}`, () =>
    withNames(getJson<{ items: AgreementDocument[] }>(`${address}?limit=200`)),
  )
  const documents = data?.items.toReversed()
  const replaced = new Set((data?.items ?? []).map(({ replaces }) => replaces))
  return (
    <section class="fk-sec" data-first aria-labelledby="dokument">
      <header>
        <h2 class="fk-h2" id="dokument">
          {t('supplier-record.part.dokument')} <span class="fk-count">{documents?.length ?? ''}</span>
        </h2>
      </header>
      {error !== undefined && <Trouble error={error} retry={reload} />}
      {!data && error === undefined && <Waiting lines={3} />}
      {documents?.length === 0 && <p class="fk-dim">{t('supplier-parts.document.none')}</p>}
      {documents && documents.length > 0 && (
        <Table
          flush
          caption={t('supplier-record.part.dokument')}
          rows={documents}
          rowKey={({ n }) => String(n)}
          columns={[
            {
              id: 'name',
              label: t('supplier-parts.document.name'),
              head: true,
              cell: ({ n, name }) => (
                <>
                  <a class="fk-rec" href={`${address}/${n}`} download>
                    {name}
                  </a>
                  {replaced.has(n) && <span class="fk-dim"> {t('supplier-parts.document.replaced')}</span>}
                </>
              ),
            },
            {
              id: 'part',
              label: t('supplier-parts.document.part'),
              cell: ({ part }) => supplierCode('documentPart', part),
            },
            {
              id: 'size',
              label: t('supplier-parts.document.size'),
              num: true,
              cell: ({ bytes }) => t('supplier-parts.document.kilobytes', { count: Math.ceil(bytes / kilo) }),
            },
            {
              id: 'added',
              label: t('supplier-parts.document.added'),
              cell: ({ at, by }) => `${dateText(at)}, ${names.person(by)}`,
            },
            {
              id: 'hash',
              label: t('supplier-parts.document.hash'),
              phoneLabel: t('supplier-parts.document.hash'),
              mono: true,
              cell: ({ sha256 }) => <Hash value={sha256} />,
            },
          ]}
        />
      )}
      {mayAdd && data && (
        <AddDocument
          address={address}
          documents={data.items.filter(({ n }) => !replaced.has(n))}
          parts={supplierVocabularies.documentPart}
          onAdded={() => {
            setVersion((before) => before + 1)
            onChange()
          }}
        />
      )}
    </section>
  )
}

/** The beginning of the fingerprint; the whole of it unfolds. */
function Hash({ value }: { value: string }): JSX.Element {
  return (
    <details class="fk-hash">
      <summary>{value.slice(0, shownHash)}</summary>
      {value}
    </details>
  )
}
