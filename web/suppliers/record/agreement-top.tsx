import type { JSX } from 'preact'
import type { Fact } from '../../components/facts.tsx'
import { type Names, useNames } from '../../directory/names.ts'
import { foldHistory } from '../../record/fold.ts'
import { dateText, listText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { agreementAddress, type AgreementRecord } from '../agreement.ts'
import { StatusTag } from '../status-tag.tsx'
import { supplierAddress } from '../supplier.ts'
import { supplierCode } from '../words.ts'
import { AgreementActions } from './agreement-actions.tsx'
import type { AgreementDossier } from './dossier.ts'
import { partAddress, type Place } from './place.ts'
import { RecordHead } from './record-head.tsx'

/** Parts of an agreement's page, in the order of the tabs; the address holds the part. */
export const agreementParts = ['oversikt', 'underbitraden', 'dokument', 'slut', 'historik', 'kommentarer'] as const

interface Props {
  dossier: AgreementDossier
  place: Place
  onChange: () => void
}

/** Between whom, under which number, in which state, what can be done with it; then the tabs. */
export function AgreementTop({ dossier, place, onChange }: Props): JSX.Element {
  const { record, revisions, notes } = dossier
  const names = useNames()
  const own = agreementAddress(record.id)
  const live = (record.data.subProcessors ?? []).filter(({ status }) => status !== 'ended')
  const counts: { [part: string]: number } = {
    underbitraden: live.length,
    dokument: record.data.documents?.length ?? 0,
    historik: foldHistory(revisions).length,
    kommentarer: notes.length,
  }
  return (
    <RecordHead
      list={{ href: '/avtal', label: t('suppliers.heading.agreements') }}
      own={own}
      record={record}
      place={place}
      tag={<StatusTag status={record.status} />}
      actions={<AgreementActions record={record} place={place} onChange={onChange} />}
      facts={factsOf(record, names)}
      tabs={agreementParts.map((part) => ({
        href: partAddress(own, { ...place, part }),
        label: t(`supplier-record.part.${part}`),
        current: part === place.part,
        count: counts[part],
      }))}
    />
  )
}

function factsOf({ number, data }: AgreementRecord, names: Names): Fact[] {
  const facts: Fact[] = [
    {
      label: t('supplier-record.fact.number'),
      value: number ?? '–',
      num: true,
      note: data.type && supplierCode('agreementType', data.type),
    },
    {
      label: t(data.weAreProcessor ? 'supplier-record.fact.controllerParty' : 'supplier-record.fact.supplier'),
      value: data.supplierId ? (
        <a class="ds-link" href={supplierAddress(data.supplierId)}>
          {names.record(data.supplierId)}
        </a>
      ) : (
        (data.counterparty ?? '–')
      ),
      note: data.weAreProcessor && t('supplier-record.fact.weProcess'),
    },
    { label: t('supplier-record.fact.for'), value: listText(data.controllerOrgUnitIds.map(names.unit)) },
    {
      label: t('supplier-record.fact.diary'),
      value: data.diaryNumber ?? '–',
      note: data.signedAt && t('supplier-record.fact.signed', { date: dateText(data.signedAt) }),
    },
    { label: t('supplier-record.fact.owner'), value: names.person(data.ownerId) || '–' },
  ]
  if (data.secrecyBasis)
    facts.push({
      label: t('supplier-record.fact.secrecy'),
      value: t(`supplier-record.secrecy.${data.secrecyBasis}`),
      note:
        data.secrecyAssessment?.at && t('supplier-record.fact.assessed', { date: dateText(data.secrecyAssessment.at) }),
    })
  return facts
}
