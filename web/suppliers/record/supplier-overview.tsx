import type { JSX } from 'preact'
import { DueDate } from '../../components/due-date.tsx'
import { isMasked, unmasked } from '../../components/secrecy.tsx'
import { Table } from '../../components/table.tsx'
import { useNames } from '../../directory/names.ts'
import { FieldRows } from '../../forms/field-rows.tsx'
import { sectionHeading } from '../../forms/form-words.ts'
import { SecrecyLater } from '../../secrecy/secrecy-later.tsx'
import { dateText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { UseTable } from '../coverage/use-table.tsx'
import { sectionsOf } from '../fields.ts'
import { supplierAddress, type SupplierRecord } from '../supplier.ts'
import { supplierCode } from '../words.ts'
import { AgreementTable } from './agreement-table.tsx'
import type { SupplierDossier } from './dossier.ts'
import { markableParty } from './markable-party.ts'
import { isPast, partAddress, type Place } from './place.ts'
import { Reassessments } from './reassessments.tsx'
import { formPlace, RecordFindings } from './record-findings.tsx'

interface Props {
  dossier: SupplierDossier
  place: Place
  onChange: () => void
}

/** Shown as tables or as what is to be assessed again, so not among the other fields. */
const shownElsewhere = ['contacts', 'certifications', 'changeEvents', 'name']
const firstUses = 5

/** What is wrong, what is to be assessed again, under which agreements and for what; then all that is known. */
export function SupplierOverview({ dossier, place, onChange }: Props): JSX.Element {
  const { record, agreements, uses, reassessments } = dossier
  const names = useNames()
  const mayEdit = record.allowed.includes('edit')
  const edit = supplierAddress(record.id, 'andra')
  const values = record.data as unknown as { [field: string]: unknown }
  const elsewhere = unmasked(record.data.contacts)?.length ? [...shownElsewhere, 'dpContact'] : shownElsewhere
  const hidden = elsewhere.filter((field) => !isMasked(values[field]))
  return (
    <>
      {place.revision === undefined && (
        <RecordFindings
          findings={record.findings}
          mendAddress={mayEdit && !isPast(place) ? ({ pointer }) => formPlace(edit, pointer) : undefined}
        />
      )}
      {!isPast(place) && reassessments.length > 0 && (
        <Reassessments reassessments={reassessments} edit={mayEdit ? edit : undefined} />
      )}
      {agreements.length > 0 && (
        <section class="fk-sec" aria-labelledby="avtalen">
          <header>
            <h2 class="fk-h2" id="avtalen">
              {t('supplier-record.part.avtal')} <span class="fk-count">{agreements.length}</span>
            </h2>
          </header>
          <AgreementTable agreements={agreements} />
        </section>
      )}
      {uses && uses.items.length > 0 && (
        <section class="fk-sec" aria-labelledby="anvandsi">
          <header>
            <h2 class="fk-h2" id="anvandsi">
              {t('supplier-record.part.anvands')}
            </h2>
            {uses.items.length > firstUses && (
              <a class="ds-link" href={partAddress(supplierAddress(record.id), { ...place, part: 'anvands' })}>
                {t('supplier-record.allUses', { count: uses.items.length })}
              </a>
            )}
          </header>
          <UseTable caption={t('supplier-record.part.anvands')} uses={uses.items.slice(0, firstUses)} withController />
        </section>
      )}
      <Contacts record={record} />
      <Certificates record={record} />
      {sectionsOf.supplier.map(({ id, fields }) => (
        <FieldRows
          key={id}
          words="supplier"
          id={`om-${id}`}
          heading={sectionHeading('supplier', id)}
          fields={fields.filter(({ name }) => !hidden.includes(name))}
          data={record.data}
          names={names}
        />
      ))}
      {!isPast(place) && <SecrecyLater subject={markableParty('supplier', record)} onChange={onChange} />}
    </>
  )
}

function Contacts({ record }: { record: SupplierRecord }): JSX.Element | null {
  const contacts = unmasked(record.data.contacts) ?? []
  const dpContact = unmasked(record.data.dpContact)
  if (contacts.length === 0) return null
  return (
    <section class="fk-sec" aria-labelledby="kontakter">
      <header>
        <h2 class="fk-h2" id="kontakter">
          {t('supplier-record.contacts')} <span class="fk-count">{contacts.length}</span>
        </h2>
      </header>
      <Table
        flush
        caption={t('supplier-record.contacts')}
        rows={contacts}
        rowKey={({ role, name, email, phone }) => [role, name, email, phone].join()}
        columns={[
          { id: 'name', label: t('supplier-record.contact.name'), head: true, cell: ({ name }) => name ?? '–' },
          {
            id: 'role',
            label: t('supplier-record.contact.role'),
            cell: ({ role }) => (role ? supplierCode('contactRole', role) : '–'),
          },
          {
            id: 'email',
            label: t('supplier-record.contact.email'),
            cell: ({ email }) =>
              email ? (
                <a class="ds-link" href={`mailto:${email}`}>
                  {email}
                </a>
              ) : (
                '–'
              ),
          },
          { id: 'phone', label: t('supplier-record.contact.phone'), num: true, cell: ({ phone }) => phone ?? '–' },
          {
            id: 'verified',
            label: t('supplier-record.contact.verified'),
            phoneLabel: t('supplier-record.contact.verified'),
            num: true,
            cell: ({ verifiedAt }) => (verifiedAt ? dateText(verifiedAt) : t('supplier-record.contact.never')),
          },
        ]}
      />
      {dpContact && <p class="fk-mt">{t('supplier-record.contact.protection', { contact: dpContact })}</p>}
    </section>
  )
}

function Certificates({ record }: { record: SupplierRecord }): JSX.Element | null {
  const certificates = record.data.certifications ?? []
  if (certificates.length === 0) return null
  return (
    <section class="fk-sec" aria-labelledby="certifikat">
      <header>
        <h2 class="fk-h2" id="certifikat">
          {t('supplier-record.certificates')} <span class="fk-count">{certificates.length}</span>
        </h2>
      </header>
      <Table
        flush
        caption={t('supplier-record.certificates')}
        rows={certificates}
        rowKey={({ name, reference, validTo }) => [name, reference, validTo].join()}
        columns={[
          { id: 'name', label: t('supplier-record.certificate.name'), head: true, cell: ({ name }) => name },
          {
            id: 'reference',
            label: t('supplier-record.certificate.reference'),
            cell: ({ reference }) => reference ?? '–',
          },
          {
            id: 'validTo',
            label: t('supplier-record.certificate.validTo'),
            phoneLabel: t('supplier-record.certificate.validTo'),
            cell: ({ validTo }) => <DueDate date={validTo} long />,
          },
        ]}
      />
    </section>
  )
}
