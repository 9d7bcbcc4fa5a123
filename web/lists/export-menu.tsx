import type { JSX } from 'preact'
import { MenuList } from '../components/menu-list.tsx'
import { Menu } from '../components/menu.tsx'
import { t } from '../text/text.ts'

const formats = ['xlsx', 'csv', 'json'] as const

/** What is shown as a file, all of it. Words from the topic `lists`. */
export function ExportMenu({ address }: { address: (format: string) => string }): JSX.Element {
  return (
    <Menu label={t('lists.export')} icon="download">
      <MenuList
        items={formats.map((format) => ({
          label: t(`lists.exportAs.${format}`),
          href: address(format),
          download: true,
        }))}
      />
    </Menu>
  )
}
