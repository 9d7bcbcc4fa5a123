import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { KeptDocument } from '../../functions/documents/document.ts'
import type { ScanVerdict } from '../../functions/files/file-store.ts'
import { Secrecy } from '../components/secrecy.tsx'
import { Table } from '../components/table.tsx'
import { Waiting } from '../components/waiting.tsx'
import { useNames, withNames } from '../directory/names.ts'
import { getJson } from '../api/request.ts'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import { dateText } from '../text/format.ts'
import { t } from '../text/text.ts'
import { AddDocument } from './add-document.tsx'

const kilo = 1024
const shownHash = 12

export interface DocumentsProps {
  /** The record's documents. */
  address: string
  /** What a document may be to the record, with what it is called; the usual one unless another is chosen. */
  parts: readonly string[]
  usualPart: string
  partLabel: (part: string) => string
  /** Whose they are: says what to add when there are none. */
  of: 'agreement' | 'asset'
  mayAdd: boolean
  /** The provision that they are secret under, for this reader. */
  secrecy?: string
  onChange: () => void
}

interface ListedDocument extends KeptDocument {
  scan: ScanVerdict | 'none'
}

/** A record's files: each version with its fingerprint, the newest first, and a way to add one. */
export function DocumentsSection(props: DocumentsProps): JSX.Element {
  return props.secrecy === undefined ? (
    <Documents {...props} />
  ) : (
    <section class="fk-sec" data-first aria-labelledby="dokument">
      <Heading />
      <Secrecy provision={props.secrecy} />
    </section>
  )
}

function Heading({ count = '' }: { count?: number | '' }): JSX.Element {
  return (
    <header>
      <h2 class="fk-h2" id="dokument">
        {t('documents.heading')} <span class="fk-count">{count}</span>
      </h2>
    </header>
  )
}

function Documents({ address, parts, usualPart, partLabel, of, mayAdd, onChange }: DocumentsProps): JSX.Element {
  const names = useNames()
  const [version, setVersion] = useState(0)
  const { data, error, reload } = useLoad(`${address} ${version}`, () =>
    withNames(getJson<{ items: ListedDocument[] }>(`${address}?limit=200`)),
  )
  const documents = data?.items.toReversed()
  const replaced = new Set((data?.items ?? []).map(({ replaces }) => replaces))
  return (
    <section class="fk-sec" data-first aria-labelledby="dokument">
      <Heading count={documents?.length ?? ''} />
      {error !== undefined && <Trouble error={error} retry={reload} />}
      {!data && error === undefined && <Waiting lines={3} />}
      {documents?.length === 0 && <p class="fk-dim">{t(`documents.none.${of}`)}</p>}
      {documents && documents.length > 0 && (
        <Table
          flush
          caption={t('documents.heading')}
          rows={documents}
          rowKey={({ n }) => String(n)}
          columns={[
            {
              id: 'name',
              label: t('documents.name'),
              head: true,
              cell: ({ n, name, scan }) => (
                <>
                  {isGiven(scan) ? (
                    <a class="fk-rec" href={`${address}/${n}`} download>
                      {name}
                    </a>
                  ) : (
                    <>
                      {name} <span class="fk-dim">{t(`documents.scan.${scan}`)}</span>
                    </>
                  )}
                  {replaced.has(n) && <span class="fk-dim"> {t('documents.replaced')}</span>}
                </>
              ),
            },
            {
              id: 'part',
              label: t('documents.part'),
              cell: ({ part }) => partLabel(part),
            },
            {
              id: 'size',
              label: t('documents.size'),
              num: true,
              cell: ({ bytes }) => t('documents.kilobytes', { count: Math.ceil(bytes / kilo) }),
            },
            {
              id: 'added',
              label: t('documents.added'),
              cell: ({ at, by }) => `${dateText(at)}, ${names.person(by)}`,
            },
            {
              id: 'hash',
              label: t('documents.hash'),
              phoneLabel: t('documents.hash'),
              mono: true,
              cell: ({ sha256 }) => <Hash value={sha256} />,
            },
          ]}
        />
      )}
      {documents?.some(({ scan }) => scan === 'none') && (
        <p class="fk-dim fk-small fk-mt-s">{t('documents.scan.none')}</p>
      )}
      {mayAdd && data && (
        <AddDocument
          address={address}
          documents={data.items.filter(({ n }) => !replaced.has(n))}
          parts={parts}
          usualPart={usualPart}
          partLabel={partLabel}
          onAdded={() => {
            setVersion((before) => before + 1)
            onChange()
          }}
        />
      )}
    </section>
  )
}

/** Whether a file is handed over: it has been looked through and found sound, or nothing looks through files here. */
function isGiven(scan: ListedDocument['scan']): boolean {
  return scan === 'sound' || scan === 'none'
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
