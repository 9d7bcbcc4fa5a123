import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { addMonths } from '../../../functions/processing/calendar.ts'
import { now } from '../../api/clock.ts'
import { Icon } from '../../components/icon.tsx'
import { MenuList } from '../../components/menu-list.tsx'
import { Menu } from '../../components/menu.tsx'
import { dayOf } from '../../text/format.ts'
import { t } from '../../text/text.ts'
import { agreementAddress, type AgreementRecord } from '../agreement.ts'
import { ChooseDay } from './choose-day.tsx'
import { PartyDialog } from './party-dialog.tsx'
import type { Place } from './place.ts'

/** The way from draft to in force; the first that may be made now stands as a button, the coordinator's word before it. */
const onward = ['confirmChecklist', 'sign', 'negotiate', 'activate']
const hasBound = ['active', 'amending', 'terminated']
const aside = [
  'followUp',
  'amend',
  'renew',
  'listSubProcessors',
  'confirmDataReturn',
  'terminate',
  'close',
  'markSecret',
]

interface Props {
  record: AgreementRecord
  place: Place
  onChange: () => void
}

/** What this person may do with the agreement. */
export function AgreementActions({ record, place, onChange }: Props): JSX.Element {
  const [move, setMove] = useState<string>()
  const may = (name: string): boolean =>
    record.allowed.includes(name) && !(name === 'confirmChecklist' && record.data.checklistConfirmation)
  const [next, ...later] = [...onward, ...atEnd(record)].filter(may)
  const items = [...later, ...aside.filter((name) => may(name) && name !== next)]
  return (
    <div class="fk-row fk-tight fk-actions">
      {may('edit') && (
        <a class="ds-button" data-variant="secondary" href={agreementAddress(record.id, 'andra')}>
          <Icon name="pen" />
          {t('supplier-record.edit')}
        </a>
      )}
      {next && (
        <button type="button" class="ds-button" data-variant="primary" onClick={() => setMove(next)}>
          {t(`supplier-record.move.${next}.verb`)}
        </button>
      )}
      <Menu label={t('supplier-record.more')}>
        <MenuList
          items={[
            ...items.map((name) => ({
              label: t(`supplier-record.move.${name}.verb`),
              onSelect: () => setMove(name),
            })),
            { label: t('record.action.asOf'), onSelect: () => setMove('asOf') },
          ]}
        />
      </Menu>
      {move === 'asOf' && (
        <ChooseDay own={agreementAddress(record.id)} place={place} onClose={() => setMove(undefined)} />
      )}
      {move && move !== 'asOf' && (
        <PartyDialog
          party="agreement"
          record={record}
          transition={move}
          {...startOf(move, record)}
          onClose={() => setMove(undefined)}
          onChange={onChange}
        />
      )}
    </div>
  )
}

/** After notice, a PUB-avtal waits for the data to be back, and then to be closed. */
function atEnd({ state, data }: AgreementRecord): string[] {
  if (state !== 'terminated') return []
  return data.type === 'pub' && !data.dataReturn?.confirmedAt ? ['confirmDataReturn'] : ['close']
}

interface Given {
  start?: { [name: string]: unknown }
  always?: { [name: string]: unknown }
}

/** What stands in a move's fields; a new list begins as the one there is, without those who have gone. */
function startOf(move: string, { state, data, lastDay }: AgreementRecord): Given {
  switch (move) {
    case 'confirmDataReturn':
      return { start: { ...data.dataReturn } }
    case 'close':
      return data.type === 'pub' && hasBound.includes(state) ? { start: { dataReturn: { ...data.dataReturn } } } : {}
    case 'followUp':
      return { start: { performedAt: dayOf(now()) } }
    case 'renew':
      return { start: lastDay ? { validTo: addMonths(lastDay, data.renewalMonths ?? 12) } : {} }
    case 'listSubProcessors':
      return {
        start: { subProcessors: (data.subProcessors ?? []).filter(({ status }) => status !== 'ended') },
        always: { subProcessors: [] },
      }
    default:
      return {}
  }
}
