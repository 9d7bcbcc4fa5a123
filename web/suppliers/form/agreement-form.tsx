import type { JSX } from 'preact'
import { terms } from '../../../functions/suppliers/terms.ts'
import { ownCodes } from '../../answers/words.ts'
import { RecordForm } from '../../forms/record-form.tsx'
import { t } from '../../text/text.ts'
import { agreementAddress, type AgreementRecord } from '../agreement.ts'
import { sectionsOf } from '../fields.ts'
import { isAsked } from './asked.ts'
import { Checklist } from './checklist.tsx'
import { Settled } from './settled.tsx'
import { formVocabularies } from './vocabularies.ts'

interface Props {
  record: AgreementRecord | undefined
  start: { [name: string]: unknown }
  /** Reads the record anew. */
  reload: () => void
}

/** Letter by letter in a list of their own, so not among the other fields. */
const inChecklist = ['art28', 'art28Notes']

/** Every field of an agreement, to fill in or to change. */
export function AgreementForm({ record, start, reload }: Props): JSX.Element {
  const settled: readonly string[] = record?.data.bound ? terms : []
  const asksFor = (field: string, data: Props['start']): boolean => !settled.includes(field) && isAsked(field, data)
  return (
    <RecordForm
      words="supplier"
      vocabularies={formVocabularies(ownCodes())}
      sections={sectionsOf.agreement}
      isAsked={(field, data) => !inChecklist.includes(field) && asksFor(field, data)}
      plural="agreements"
      record={record as Parameters<typeof RecordForm>[0]['record']}
      start={start}
      heading={record ? t('supplier-form.edit', { name: record.data.name }) : t('suppliers.newAgreement')}
      steps={[
        { href: '/avtal', label: t('suppliers.heading.agreements') },
        record
          ? { href: agreementAddress(record.id), label: record.number ?? record.data.name }
          : { href: '/avtal/ny', label: t('supplier-form.newStep') },
      ]}
      addressOf={(id) => agreementAddress(id)}
      back={record ? agreementAddress(record.id) : '/avtal'}
      refusal={() => record?.data.bound && <Settled record={record} onAmending={reload} />}
      under={(section, { data }) => section === 'article28' && asksFor('art28', data) && <Checklist />}
    />
  )
}
