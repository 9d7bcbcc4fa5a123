import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { freshId } from '../../api/clock.ts'
import type { Envelope, List } from '../../api/record.ts'
import { createRecord } from '../../api/records.ts'
import { getJson } from '../../api/request.ts'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { MenuList } from '../../components/menu-list.tsx'
import { Menu } from '../../components/menu.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { CheckBox } from '../../fields/check-box.tsx'
import { addressOf } from '../../lists/view.ts'
import { useLoad } from '../../loading/use-load.ts'
import { announce } from '../../shell/announcer.tsx'
import { t } from '../../text/text.ts'
import { assetList, type AssetView } from './view.ts'

type SavedView = Envelope<{ name: string; address: string; shared?: boolean }>

const readViews = async (): Promise<SavedView[]> =>
  (await getJson<List<SavedView>>('/api/saved-views?limit=200')).items.filter(({ data }) =>
    data.address.startsWith(assetList.path),
  )

/** Views that have been given a name, one's own and shared ones, and a way to name the present one. */
export function ViewsMenu({ view }: { view: AssetView }): JSX.Element {
  const saved = useLoad('saved-views', readViews)
  const [open, setOpen] = useState(false)
  const items = (saved.data ?? []).map(({ data }) => ({ label: data.name, href: data.address }))
  return (
    <>
      <Menu label={t('assets.views.button')}>
        {items.length === 0 && <p class="fk-small fk-dim fk-mb-s">{t('assets.views.none')}</p>}
        <MenuList items={[...items, { label: t('assets.views.save'), onSelect: () => setOpen(true) }]} />
      </Menu>
      {open && (
        <SaveView
          address={addressOf(assetList, { ...view, show: 50 })}
          onClose={() => setOpen(false)}
          onSaved={() => {
            setOpen(false)
            saved.reload()
          }}
        />
      )}
    </>
  )
}

interface SaveProps {
  address: string
  onClose: () => void
  onSaved: () => void
}

function SaveView({ address, onClose, onSaved }: SaveProps): JSX.Element {
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const [error, setError] = useState<string>()
  const [key] = useState(freshId)
  const save = async (): Promise<void> => {
    if (!name.trim()) return setError(t('assets.views.need'))
    try {
      await createRecord('saved-views', { name: name.trim(), address, ...(shared ? { shared } : {}) }, key)
      announce(t('assets.views.saved'))
      onSaved()
    } catch {
      setError(t('assets.views.failed'))
    }
  }
  return (
    <ConfirmDialog
      heading={t('assets.views.save')}
      confirm={t('parts.save')}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <TextInput label={t('assets.views.name')} error={error} value={name} onInput={setName} />
      <CheckBox id="delad-vy" label={t('assets.views.shared')} checked={shared} onChange={setShared} />
    </ConfirmDialog>
  )
}
