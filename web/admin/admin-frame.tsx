import type { ComponentChildren, JSX } from 'preact'
import { Tabs } from '../components/tabs.tsx'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { hasRole, useSession } from '../shell/session.ts'
import { t } from '../text/text.ts'

const tabs = [
  { key: 'org', href: '/katalog' },
  { key: 'people', href: '/katalog/personer' },
  { key: 'roles', href: '/katalog/roller' },
  { key: 'feed', href: '/katalog/inlasning' },
] as const

export type AdminTab = (typeof tabs)[number]['key']

/** Heading and tabs of the administration, the page's own actions to the right. */
export function AdminFrame({
  tab,
  actions,
  children,
}: {
  tab: AdminTab
  actions?: ComponentChildren
  children: ComponentChildren
}): JSX.Element {
  const isAdmin = hasRole(useSession(), 'platformAdmin')
  useTitle([t(`admin.tab.${tab}`), t('admin.heading')])
  return (
    <Main size="sm">
      <div class="fk-row" data-end>
        <h1 class="fk-h1">{t('admin.heading')}</h1>
        {actions}
      </div>
      <Tabs
        label={t('admin.parts')}
        tabs={tabs
          .filter(({ key }) => isAdmin || key !== 'feed')
          .map(({ key, href }) => ({ href, label: t(`admin.tab.${key}`), current: key === tab }))}
      />
      <div class="fk-mt">{children}</div>
    </Main>
  )
}
