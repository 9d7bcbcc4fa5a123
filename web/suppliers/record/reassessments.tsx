import type { JSX } from 'preact'
import { DueDate } from '../../components/due-date.tsx'
import { Table } from '../../components/table.tsx'
import { useNames } from '../../directory/names.ts'
import { countryName } from '../../fields/countries.ts'
import { elementId } from '../../notification/pointer.ts'
import { recordAddress } from '../../router/record-address.ts'
import { dateText, listText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { agreementAddress } from '../agreement.ts'
import { supplierCode } from '../words.ts'
import type { Reassessment } from './dossier.ts'

interface Props {
  reassessments: readonly Reassessment[]
  /** Where the supplier is changed, for those who may. */
  edit: string | undefined
}

const mostNamed = 4

/** What has changed at the supplier, what is to be assessed again because of it, by whom and until when. */
export function Reassessments({ reassessments, edit }: Props): JSX.Element {
  const names = useNames()
  return (
    <section class="fk-sec" aria-labelledby="bedoms">
      <header>
        <h2 class="fk-h2" id="bedoms">
          {t('supplier-record.changes')} <span class="fk-count">{reassessments.filter(({ open }) => open).length}</span>
        </h2>
      </header>
      <Table
        flush
        caption={t('supplier-record.changes')}
        rows={reassessments}
        rowKey={({ pointer, agreementId }) => `${agreementId} ${pointer}`}
        columns={[
          { id: 'what', label: t('supplier-record.change.what'), head: true, cell: (one) => <What one={one} /> },
          { id: 'at', label: t('supplier-record.change.at'), num: true, cell: ({ at }) => dateText(at) },
          {
            id: 'records',
            label: t('supplier-record.change.records'),
            wideOnPhone: true,
            cell: (one) => <Records one={one} />,
          },
          {
            id: 'by',
            label: t('supplier-record.change.by'),
            cell: ({ by }) => listText(by.map(names.person)) || t('supplier-record.change.nobody'),
          },
          {
            id: 'due',
            label: t('supplier-record.change.due'),
            phoneLabel: t('supplier-record.change.due'),
            cell: (one) => <Due one={one} edit={edit} />,
          },
        ]}
      />
    </section>
  )
}

function What({ one: { trigger, names = [], text } }: { one: Reassessment }): JSX.Element {
  const said = trigger === 'newCountry' ? names.map(countryName) : names
  return (
    <>
      <b>{supplierCode('reassessmentTrigger', trigger)}</b>
      {said.length > 0 && `: ${listText(said)}`}
      {text && (
        <>
          <br />
          <span class="fk-small">{text}</span>
        </>
      )}
    </>
  )
}

function Records({ one: { records } }: { one: Reassessment }): JSX.Element {
  if (records.length === 0) return <>–</>
  return (
    <ul class="fk-plain" data-gap>
      {records.slice(0, mostNamed).map(({ kind, id, name }) => (
        <li key={id}>
          <a class="ds-link" href={recordAddress(kind, id)}>
            {name}
          </a>
        </li>
      ))}
      {records.length > mostNamed && (
        <li class="fk-dim">{t('supplier-record.change.more', { count: records.length - mostNamed })}</li>
      )}
    </ul>
  )
}

function Due({ one, edit }: { one: Reassessment; edit: string | undefined }): JSX.Element {
  const { open, due, riskAnalysisId, pointer, agreementId } = one
  if (!open)
    return (
      <span class="fk-ok">
        {t('supplier-record.change.done', {
          date: riskAnalysisId?.date ? dateText(riskAnalysisId.date) : '',
        })}
      </span>
    )
  const href = agreementId ? agreementAddress(agreementId) : edit && `${edit}#${elementId(pointer)}`
  return (
    <>
      <DueDate date={due} long />
      {edit && href && (
        <>
          <br />
          <a class="ds-link fk-small" href={href}>
            {t('supplier-record.change.assess')}
          </a>
        </>
      )}
    </>
  )
}
