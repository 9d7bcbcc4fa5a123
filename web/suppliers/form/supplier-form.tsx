import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import { ownCodes } from '../../answers/words.ts'
import { RecordForm } from '../../forms/record-form.tsx'
import { t } from '../../text/text.ts'
import { sectionsOf } from '../fields.ts'
import { supplierAddress, type SupplierRecord } from '../supplier.ts'
import { isAsked } from './asked.ts'
import { linkNamed, type Named, NamedNotice } from './named-supplier.tsx'
import { SimilarSuppliers } from './similar-suppliers.tsx'
import { NumberTaken } from './number-taken.tsx'
import { formVocabularies } from './vocabularies.ts'

interface Props {
  record: SupplierRecord | undefined
  start: { [name: string]: unknown }
  /** A notification that names it. */
  named?: Named | undefined
}

/** Every field of a supplier, to fill in or to change; suppliers of like names are shown while the name is typed. */
export function SupplierForm({ record, start, named }: Props): JSX.Element {
  const { route } = useLocation()
  const pick = named && ((id: string) => void linkNamed(named, id).then(() => route(supplierAddress(id))))
  return (
    <RecordForm
      words="supplier"
      vocabularies={formVocabularies(ownCodes())}
      sections={sectionsOf.supplier}
      isAsked={isAsked}
      plural="suppliers"
      record={record as Parameters<typeof RecordForm>[0]['record']}
      start={start}
      heading={record ? t('supplier-form.edit', { name: record.data.name }) : t('suppliers.newSupplier')}
      steps={[
        { href: '/leverantorer', label: t('suppliers.heading.suppliers') },
        record
          ? { href: supplierAddress(record.id), label: record.number ?? record.data.name }
          : { href: '/leverantorer/ny', label: t('supplier-form.newStep') },
      ]}
      addressOf={(id) => supplierAddress(id)}
      back={record ? supplierAddress(record.id) : '/leverantorer'}
      {...(named && { onSaved: (id: string) => linkNamed(named, id) })}
      refusal={({ refused, data }) => (
        <>
          {named && <NamedNotice named={named} />}
          {refused?.body.id && <NumberTaken id={refused.body.id} data={data} onPick={pick} />}
        </>
      )}
      under={(section, { data }) =>
        section === 'identity' && <SimilarSuppliers name={String(data['name'] ?? '')} self={record?.id} onPick={pick} />
      }
    />
  )
}
