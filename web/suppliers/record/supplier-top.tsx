import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../../components/icon.tsx'
import type { Fact } from '../../components/facts.tsx'
import { MenuList } from '../../components/menu-list.tsx'
import { Menu } from '../../components/menu.tsx'
import { Tag } from '../../components/tag.tsx'
import { unmasked } from '../../components/secrecy.tsx'
import { countryName } from '../../fields/countries.ts'
import { foldHistory } from '../../record/fold.ts'
import { dateText } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { supplierAddress, type SupplierRecord } from '../supplier.ts'
import { supplierCode } from '../words.ts'
import type { SupplierDossier } from './dossier.ts'
import { ChooseDay } from './choose-day.tsx'
import { PartyDialog } from './party-dialog.tsx'
import { partAddress, type Place } from './place.ts'
import { RecordHead } from './record-head.tsx'

/** Parts of a supplier's page, in the order of the tabs; the address holds the part. */
export const supplierParts = ['oversikt', 'avtal', 'anvands', 'historik', 'kommentarer'] as const

interface Props {
  dossier: SupplierDossier
  place: Place
  onChange: () => void
}

/** Who the supplier is, whom we turn to there, and the tabs. */
export function SupplierTop({ dossier, place, onChange }: Props): JSX.Element {
  const { record, agreements, uses, revisions, notes } = dossier
  const own = supplierAddress(record.id)
  const counts: { [part: string]: number | undefined } = {
    avtal: agreements.length,
    anvands: uses?.items.length,
    historik: foldHistory(revisions).length,
    kommentarer: notes.length,
  }
  return (
    <RecordHead
      list={{ href: '/leverantorer', label: t('suppliers.heading.suppliers') }}
      own={own}
      record={record}
      place={place}
      tag={record.state === 'ended' && <Tag look={{ icon: 'slash' }} word={t('suppliers.supplier.state.ended')} />}
      actions={<SupplierActions record={record} place={place} onChange={onChange} />}
      facts={factsOf(record)}
      tabs={supplierParts.map((part) => ({
        href: partAddress(own, { ...place, part }),
        label: t(`supplier-record.part.${part}`),
        current: part === place.part,
        count: counts[part],
      }))}
    />
  )
}

interface ActionProps {
  record: SupplierRecord
  place: Place
  onChange: () => void
}

function SupplierActions({ record, place, onChange }: ActionProps): JSX.Element {
  const [move, setMove] = useState<string>()
  const moves = ['end', 'markSecret'].filter((name) => record.allowed.includes(name))
  return (
    <div class="fk-row fk-tight fk-actions">
      {record.allowed.includes('edit') && (
        <a class="ds-button" data-variant="secondary" href={supplierAddress(record.id, 'andra')}>
          <Icon name="pen" />
          {t('supplier-record.edit')}
        </a>
      )}
      {record.allowed.includes('reopen') && (
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => setMove('reopen')}>
          {t('supplier-record.move.reopen.verb')}
        </button>
      )}
      <Menu label={t('supplier-record.more')}>
        <MenuList
          items={[
            ...moves.map((name) => ({
              label: t(`supplier-record.move.${name}.verb`),
              onSelect: () => setMove(name),
            })),
            { label: t('record.action.asOf'), onSelect: () => setMove('asOf') },
          ]}
        />
      </Menu>
      {move === 'asOf' && (
        <ChooseDay own={supplierAddress(record.id)} place={place} onClose={() => setMove(undefined)} />
      )}
      {move && move !== 'asOf' && (
        <PartyDialog
          party="supplier"
          record={record}
          transition={move}
          onClose={() => setMove(undefined)}
          onChange={onChange}
        />
      )}
    </div>
  )
}

function factsOf({ number, data }: SupplierRecord): Fact[] {
  const contacts = unmasked(data.contacts)
  const dpContact = unmasked(data.dpContact)
  const protection = contacts?.find(({ role }) => role === 'dataProtection' || role === 'dpo')
  const incident = contacts?.find(({ role }) => role === 'incident')
  const facts: Fact[] = [
    { label: t('supplier-record.fact.number'), value: number ?? '–', num: true, note: data.orgNumber },
    {
      label: t('supplier-record.fact.country'),
      value: data.country ? countryName(data.country) : '–',
      note: data.parentCountry && t('supplier-record.fact.parent', { country: countryName(data.parentCountry) }),
    },
    {
      label: t('supplier-record.fact.criticality'),
      value: data.criticality ? supplierCode('criticality', data.criticality) : '–',
      note: data.lastFollowUpAt && t('supplier-record.fact.followedUp', { date: dateText(data.lastFollowUpAt) }),
    },
  ]
  if (protection || dpContact)
    facts.push({
      label: t('supplier-record.fact.protection'),
      value: protection?.name ?? dpContact,
      note: protection?.email && (
        <a class="ds-link" href={`mailto:${protection.email}`}>
          {protection.email}
        </a>
      ),
    })
  if (incident)
    facts.push({
      label: t('supplier-record.fact.incident'),
      value: incident.phone ?? incident.email ?? incident.name ?? '–',
      num: true,
      note: incident.verifiedAt && t('supplier-record.fact.verified', { date: dateText(incident.verifiedAt) }),
    })
  return facts
}
