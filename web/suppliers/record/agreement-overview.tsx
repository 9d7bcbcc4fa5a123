import type { JSX } from 'preact'
import { isMasked, unmasked } from '../../components/secrecy.tsx'
import { useNames } from '../../directory/names.ts'
import { FieldRows } from '../../forms/field-rows.tsx'
import { sectionHeading } from '../../forms/form-words.ts'
import { SecrecyLater } from '../../secrecy/secrecy-later.tsx'
import { dateText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { agreementAddress, type AgreementRecord } from '../agreement.ts'
import { sectionsOf } from '../fields.ts'
import { AgreementReassessments } from './agreement-reassessments.tsx'
import { Clauses } from './clauses.tsx'
import { InstructionPart } from './instruction-part.tsx'
import { Lacking } from './lacking.tsx'
import { markableParty } from './markable-party.ts'
import { isPast, type Place } from './place.ts'
import { formPlace, RecordFindings } from './record-findings.tsx'
import { SubProcessors } from './sub-processors.tsx'
import { TermPart } from './term-part.tsx'

interface Props {
  record: AgreementRecord
  place: Place
  onChange: () => void
}

/** Fields that have a part of their own here, or stand among the facts. */
const shownElsewhere = [
  'name',
  'supplierId',
  'counterparty',
  'controllerOrgUnitIds',
  'type',
  'diaryNumber',
  'ownerId',
  'signedAt',
  'validFrom',
  'validTo',
  'art28',
  'art28Notes',
  'instruction',
  'subProcessors',
  'subProcessorMode',
  'objectionDays',
]

/** What is wrong, how long it holds, what it says under article 28, sub-processors, instruction; then all that is known. */
export function AgreementOverview({ record, place, onChange }: Props): JSX.Element {
  const names = useNames()
  const mayEdit = record.allowed.includes('edit')
  const edit = agreementAddress(record.id, 'andra')
  const { data } = record
  const values = data as unknown as { [field: string]: unknown }
  const chain = (pointer: string): boolean => pointer.startsWith('/subProcessors') || pointer.startsWith('/reassess')
  return (
    <>
      {!isPast(place) && record.missing.length > 0 && (
        <Lacking record={record} formAddress={mayEdit ? edit : undefined} />
      )}
      {place.revision === undefined && (record.findings.length > 0 || record.missing.length === 0) && (
        <RecordFindings
          findings={record.findings}
          mendAddress={
            mayEdit && !isPast(place)
              ? ({ pointer }) =>
                  chain(pointer) ? `${agreementAddress(record.id)}#underbitraden` : formPlace(edit, pointer)
              : undefined
          }
        />
      )}
      <TermPart record={record} place={place} onChange={onChange} />
      {!isPast(place) && <AgreementReassessments record={record} onChange={onChange} />}
      {data.type === 'pub' && <Clauses record={record} />}
      {(data.type === 'pub' || data.subProcessors) && (
        <SubProcessors record={record} place={place} onChange={onChange} />
      )}
      {unmasked(data.instruction) && <InstructionPart record={record} />}
      {sectionsOf.agreement.map(({ id, fields }) => (
        <FieldRows
          key={id}
          words="supplier"
          id={`om-${id}`}
          heading={id === 'article28' ? t('supplier-record.otherTerms') : sectionHeading('supplier', id)}
          fields={fields.filter(({ name }) => !shownElsewhere.includes(name) || isMasked(values[name]))}
          data={data}
          names={names}
        />
      ))}
      {data.checklistConfirmation && (
        <p class="fk-small fk-dim fk-mt">
          {t('supplier-record.confirmed', {
            who: names.person(data.checklistConfirmation.by),
            date: dateText(data.checklistConfirmation.at),
          })}
        </p>
      )}
      {!isPast(place) && <SecrecyLater subject={markableParty('agreement', record)} onChange={onChange} />}
    </>
  )
}
