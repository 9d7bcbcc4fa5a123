import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import { useState } from 'preact/hooks'
import type { ActivityRecord } from '../api/activities.ts'
import { Icon } from '../components/icon.tsx'
import { MenuList, type MenuItem } from '../components/menu-list.tsx'
import { Menu } from '../components/menu.tsx'
import { DialogLater } from '../loading/later.tsx'
import { formAddress } from '../moves/missing-list.tsx'
import { MoveDialog } from '../moves/move-dialog.tsx'
import { t } from '../text/text.ts'
import { partAddress, type Place } from './parts.ts'

interface Props {
  record: ActivityRecord
  place: Place
  onChange: () => void
}

const inMenu = ['confirm', 'end', 'archive', 'reopen', 'withdraw', 'discard'] as const
const asOfDialog = () => import('./as-of-dialog.tsx').then((module) => module.AsOfDialog)
const editorial = () => import('./register-editorial.tsx').then((module) => module.RegisterEditorial)
const reviewMoves = ['take', 'return', 'forward', 'refuse', 'register']

/** What this person may do with the record: the nearest step as a button, print, and the rest in a menu. */
export function RecordActions({ record, place, onChange }: Props): JSX.Element {
  const [open, setOpen] = useState<string>()
  const { route } = useLocation()
  const may = (name: string): boolean => record.allowed.includes(name)
  const items: MenuItem[] = [
    ...inMenu.filter(may).map((name) => ({ label: t(`record.action.${name}`), onSelect: () => setOpen(name) })),
    { label: t('record.action.asOf'), onSelect: () => setOpen('asOf') },
    { label: t('record.action.information'), href: partAddress(record.id, { ...place, part: 'information' }) },
  ]
  const isReviewed = record.state !== 'revision' && reviewMoves.some(may)
  return (
    <div class="fk-row fk-tight fk-actions">
      {isReviewed && <LinkButton href={`/granska/${record.id}`} label={t('record.action.review')} />}
      {!isReviewed && may('edit') && <LinkButton href={`/anmal/${record.id}/a`} label={t('record.action.edit')} />}
      {may('attest') && !record.data.managerAttestation && (
        <LinkButton href={`/attestera/${record.id}`} label={t('record.action.attest')} />
      )}
      {may('revise') && (
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen('revise')}>
          <Icon name="pen" />
          {t('record.action.revise')}
        </button>
      )}
      {record.state === 'revision' && record.registeredRevision !== undefined && may('register') && (
        <DialogLater part="editorial" load={editorial} record={record} onChange={onChange} />
      )}
      <a class="ds-button" data-variant="tertiary" href={partAddress(record.id, { ...place, part: 'utskrift' })}>
        <Icon name="print" />
        {t('record.action.print')}
      </a>
      <Menu label={t('record.action.more')}>
        <MenuList items={items} />
      </Menu>
      {open === 'asOf' && (
        <DialogLater
          part="asOf"
          load={asOfDialog}
          asOf={place.asOf}
          addressOf={(asOf: string) => partAddress(record.id, { part: place.part, asOf })}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open !== undefined && open !== 'asOf' && (
        <MoveDialog
          record={record}
          transition={open}
          hrefOf={(question) => formAddress(record.id, question)}
          onClose={() => setOpen(undefined)}
          onDone={(moved) => {
            setOpen(undefined)
            if (open === 'revise') route(formAddress(moved.id, 'A'))
            else onChange()
          }}
        />
      )}
    </div>
  )
}

function LinkButton({ href, label }: { href: string; label: string }): JSX.Element {
  return (
    <a class="ds-button" data-variant="secondary" href={href}>
      <Icon name="pen" />
      {label}
    </a>
  )
}
