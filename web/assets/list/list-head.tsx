import type { JSX } from 'preact'
import { Icon } from '../../components/icon.tsx'
import { MenuList } from '../../components/menu-list.tsx'
import { Menu } from '../../components/menu.tsx'
import { useSession } from '../../shell/session.ts'
import { t } from '../../text/text.ts'
import { kindsKeptBy } from '../asset.ts'

/** The page's name, and what those who keep assets can begin here. */
export function ListHead(): JSX.Element {
  const kept = kindsKeptBy(useSession())
  const [only] = kept
  return (
    <div class="fk-row" data-end>
      <h1 class="fk-h1">{t('assets.heading')}</h1>
      {only && (
        <div class="fk-row fk-tight">
          <a class="ds-button" data-variant="secondary" href="/inlasning">
            <Icon name="upload" />
            {t('assets.readFile')}
          </a>
          {kept.length === 1 ? (
            <a class="ds-button" data-variant="secondary" href={`/tillgangar/${only.place}/ny`}>
              <Icon name="plus" />
              {t(`assets.new.${only.name}`)}
            </a>
          ) : (
            <Menu label={t('assets.new.any')} icon="plus" variant="secondary">
              <MenuList
                items={kept.map((kind) => ({
                  label: t(`assets.new.${kind.name}`),
                  href: `/tillgangar/${kind.place}/ny`,
                }))}
              />
            </Menu>
          )}
          <Menu label={t('assets.more')}>
            <MenuList
              items={[
                { label: t('assets.moveUnit'), href: '/tillgangar/flytta' },
                { label: t('assets.stockTake'), href: '/tillgangar/inventering' },
                { label: t('assets.queue'), href: '/tillgangar?waiting=unseen' },
              ]}
            />
          </Menu>
        </div>
      )}
    </div>
  )
}
