import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { SubProcessor } from '../../../functions/suppliers/agreement-data.ts'
import { Problem } from '../../api/problem.ts'
import { sendFile } from '../../api/send-file.ts'
import { FileField } from '../../components/file-field.tsx'
import { announce } from '../../shell/announcer.tsx'
import { listText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import type { AgreementRecord } from '../agreement.ts'
import { MoveLater } from './move-later.tsx'

interface ListRead {
  columns: { position: number; heading: string; field?: string }[]
  subProcessors: SubProcessor[]
  faults: { row: number; heading: string; value: string; detail: string }[]
  added: string[]
  removed: string[]
}

interface Props {
  record: AgreementRecord
  onChange: () => void
}

const mostFaults = 20

/** A list as the supplier publishes it, read from a file: what it would change, and then a version of it. */
export function ReadList({ record, onChange }: Props): JSX.Element {
  const [file, setFile] = useState<File>()
  const [read, setRead] = useState<ListRead>()
  const [error, setError] = useState<string>()
  const [making, setMaking] = useState(false)
  const choose = async (chosen: File | undefined): Promise<void> => {
    setFile(chosen)
    setRead(undefined)
    setError(undefined)
    if (!chosen) return
    try {
      setRead(await sendFile<ListRead>(`/api/agreements/${record.id}/sub-processors/read`, chosen))
    } catch (problem) {
      setError(sentenceOf(problem))
    }
  }
  return (
    <section class="fk-sec" aria-labelledby="las-lista">
      <header>
        <h2 class="fk-h2" id="las-lista">
          {t('supplier-parts.list.heading')}
        </h2>
      </header>
      <FileField
        label={t('supplier-parts.list.file')}
        help={t('supplier-parts.list.help')}
        error={error}
        accept=".csv,.txt,.tsv,.xlsx"
        chosen={file?.name}
        onChoose={(chosen) => void choose(chosen)}
      />
      <div aria-live="polite">
        {read && (
          <div class="fk-stack fk-mt">
            <p>
              {t('supplier-parts.list.found', { count: read.subProcessors.length })} <Understood read={read} />
            </p>
            <dl class="fk-ans">
              <Names label={t('supplier-parts.versions.added')} names={read.added} />
              <Names label={t('supplier-parts.versions.removed')} names={read.removed} />
            </dl>
            {read.faults.length > 0 && (
              <ul class="ds-list fk-small">
                {read.faults.slice(0, mostFaults).map(({ row, heading, detail }) => (
                  <li key={`${row} ${heading}`}>
                    {t('supplier-parts.list.fault', { row: String(row), heading, detail })}
                  </li>
                ))}
              </ul>
            )}
            {read.subProcessors.length > 0 && (
              <button type="button" class="ds-button" data-variant="secondary" onClick={() => setMaking(true)}>
                {t('supplier-parts.list.make')}
              </button>
            )}
          </div>
        )}
      </div>
      {making && read && (
        <MoveLater
          party="agreement"
          record={record}
          transition="listSubProcessors"
          start={{ source: file?.name, subProcessors: read.subProcessors }}
          onClose={() => setMaking(false)}
          onDone={() => {
            announce(t('supplier-record.moved', { what: t('supplier-record.move.listSubProcessors.verb') }))
            setMaking(false)
            void choose(undefined)
            onChange()
          }}
        />
      )}
    </section>
  )
}

/** Which columns were understood, and which were not. */
function Understood({ read: { columns } }: { read: ListRead }): JSX.Element {
  const left = columns.filter(({ field }) => !field).map(({ heading }) => heading)
  return <>{left.length > 0 && t('supplier-parts.list.left', { headings: listText(left) })}</>
}

function Names({ label, names }: { label: string; names: readonly string[] }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{names.length > 0 ? listText(names) : t('supplier-parts.list.nobody')}</dd>
      <dd />
    </div>
  )
}

function sentenceOf(problem: unknown): string {
  if (!(problem instanceof Problem) || problem.status >= 500) return t('parts.trouble.server.text')
  if (problem.status === 0) return t('parts.trouble.offline.text')
  return problem.body.errors?.[0]?.detail ?? problem.body.detail ?? problem.body.title
}
