import type { JSX } from 'preact'
import { MenuList } from '../../components/menu-list.tsx'
import { Menu } from '../../components/menu.tsx'
import { listQuery, withQuery } from '../../lists/view.ts'
import { t } from '../../text/text.ts'
import { assetList, type AssetView } from './view.ts'

const formats = ['xlsx', 'csv', 'json'] as const

/** The rows of this view as a file, all of them. */
export function ExportMenu({ view }: { view: AssetView }): JSX.Element {
  return (
    <Menu label={t('assets.export')} icon="download">
      <MenuList
        items={formats.map((format) => {
          const query = listQuery(assetList, view)
          query.set('format', format)
          return { label: t(`assets.exportAs.${format}`), href: withQuery('/api/assets/export', query), download: true }
        })}
      />
    </Menu>
  )
}
