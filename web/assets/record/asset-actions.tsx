import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../../components/icon.tsx'
import { MenuList, type MenuItem } from '../../components/menu-list.tsx'
import { Menu } from '../../components/menu.tsx'
import { SecrecyDialog } from '../../secrecy/secrecy-dialog.tsx'
import { announce } from '../../shell/announcer.tsx'
import { t } from '../../text/text.ts'
import { assetAddress } from '../asset.ts'
import type { AssetDossier } from './dossier.ts'
import { markableAsset } from './markable-asset.ts'
import { MoveLater } from './move-later.tsx'

/** The way from planned to disposed of; the first of these that may be made now stands as a button. */
const onward = ['acquire', 'introduce', 'putInOperation', 'recover', 'phaseOut', 'decommission', 'dispose']
const aside = ['verify', 'recordChange', 'keep', 'store', 'takeOutOfService', 'reportMissing', 'markSecret']

/** What this person may do with the asset. */
export function AssetActions({ dossier, onChange }: { dossier: AssetDossier; onChange: () => void }): JSX.Element {
  const { kind, record } = dossier
  const [move, setMove] = useState<string>()
  const may = (name: string): boolean => record.allowed.includes(name)
  const [next, ...later] = onward.filter(may)
  const items: MenuItem[] = [
    ...[...aside.filter(may), ...later].map((name) => ({
      label: t(`asset-states.transitions.${name}`),
      onSelect: () => setMove(name),
    })),
    { label: t('asset-record.label'), href: `/tillgangar/etiketter?id=${record.id}` },
  ]
  const close = (): void => setMove(undefined)
  const onDone = (): void => {
    close()
    announce(t('asset-record.moved', { what: t(`asset-states.transitions.${move}`) }))
    onChange()
  }
  return (
    <div class="fk-row fk-tight fk-actions">
      {may('edit') && (
        <a class="ds-button" data-variant="secondary" href={assetAddress(kind, record.id, 'andra')}>
          <Icon name="pen" />
          {t('asset-record.edit')}
        </a>
      )}
      {next && (
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => setMove(next)}>
          {t(`asset-states.transitions.${next}`)}
        </button>
      )}
      <Menu label={t('asset-record.more')}>
        <MenuList items={items} />
      </Menu>
      {move === 'markSecret' && (
        <SecrecyDialog subject={markableAsset(dossier)} transition={move} onClose={close} onDone={onDone} />
      )}
      {move && move !== 'markSecret' && (
        <MoveLater dossier={dossier} transition={move} onClose={close} onDone={onDone} />
      )}
    </div>
  )
}
