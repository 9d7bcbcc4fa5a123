import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../../components/icon.tsx'
import { MenuList } from '../../components/menu-list.tsx'
import { Menu } from '../../components/menu.tsx'
import { announce } from '../../shell/announcer.tsx'
import { t } from '../../text/text.ts'
import { agreementAddress, type AgreementRecord } from '../agreement.ts'
import { MoveLater } from './move-later.tsx'

/** The way from draft to in force; the first that may be made now stands as a button, the coordinator's word before it. */
const onward = ['confirmChecklist', 'sign', 'negotiate', 'activate']
const aside = ['followUp', 'amend', 'listSubProcessors', 'confirmDataReturn', 'terminate', 'close']

/** What this person may do with the agreement. */
export function AgreementActions({ record, onChange }: { record: AgreementRecord; onChange: () => void }): JSX.Element {
  const [move, setMove] = useState<string>()
  const may = (name: string): boolean =>
    record.allowed.includes(name) && !(name === 'confirmChecklist' && record.data.checklistConfirmation)
  const [next, ...later] = onward.filter(may)
  const items = [...later, ...aside.filter(may)]
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
      {items.length > 0 && (
        <Menu label={t('supplier-record.more')}>
          <MenuList
            items={items.map((name) => ({
              label: t(`supplier-record.move.${name}.verb`),
              onSelect: () => setMove(name),
            }))}
          />
        </Menu>
      )}
      {move && (
        <MoveLater
          party="agreement"
          record={record}
          transition={move}
          {...startOf(move, record)}
          onClose={() => setMove(undefined)}
          onDone={() => {
            setMove(undefined)
            announce(t('supplier-record.moved', { what: t(`supplier-record.move.${move}.verb`) }))
            onChange()
          }}
        />
      )}
    </div>
  )
}

/** A new list begins as the one there is, without those who have gone. */
function startOf(move: string, { data }: AgreementRecord): { start?: { [name: string]: unknown } } {
  if (move === 'confirmDataReturn') return { start: { ...data.dataReturn } }
  if (move !== 'listSubProcessors') return {}
  return { start: { subProcessors: (data.subProcessors ?? []).filter(({ status }) => status !== 'ended') } }
}
