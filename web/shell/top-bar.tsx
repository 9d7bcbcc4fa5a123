import { useLocation } from 'preact-iso/router'
import { useContext } from 'preact/hooks'
import { Icon } from '../components/icon.tsx'
import { t } from '../text/text.ts'
import { Brand } from './brand.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { MeMenu } from './me-menu.tsx'
import { isCurrent, navItems } from './nav.ts'
import { Popup } from './popup.tsx'
import { SearchField } from './search-field.tsx'
import { readsNothing, SessionContext } from './session.ts'
import type { Session } from '../api/session.ts'

/** The bar at the top: name, main menu by role, search, language and oneself. */
export function TopBar({ onLanguage }: { onLanguage: (next: 'sv' | 'en') => void }) {
  const session = useContext(SessionContext)
  return (
    <header class="fk-top" data-size="sm">
      <div class="fk-wrap">
        <Brand />
        {session && (
          <nav class="fk-nav" aria-label={t('shell.mainMenu')}>
            <NavLinks session={session} />
          </nav>
        )}
        <div class="fk-top__end">
          {session && !readsNothing(session) && <SearchField />}
          <LanguageSwitch {...(session ? { class: 'fk-top__lang' } : {})} onChange={onLanguage} />
          {session && <MeMenu />}
          {session && (
            <Popup class="fk-menu" label={<MenuLabel />}>
              <nav class="fk-menu-list" aria-label={t('shell.mainMenu')}>
                <NavLinks session={session} />
                {!readsNothing(session) && <a href="/sok">{t('shell.search')}</a>}
                <LanguageSwitch onChange={onLanguage} />
              </nav>
            </Popup>
          )}
        </div>
      </div>
    </header>
  )
}

function MenuLabel() {
  return (
    <>
      <Icon name="menu" />
      {t('shell.menu')}
    </>
  )
}

function NavLinks({ session }: { session: Session }) {
  const { path } = useLocation()
  return navItems(session).map(({ key, href }) => (
    <a key={key} href={href} {...(isCurrent(href, path) ? { 'aria-current': path === href ? 'page' : 'true' } : {})}>
      {t(`shell.nav.${key}`)}
    </a>
  ))
}
