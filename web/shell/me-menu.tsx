import { signOut } from '../api/session.ts'
import { Icon } from '../components/icon.tsx'
import { t } from '../text/text.ts'
import { listText } from '../text/format.ts'
import { Popup } from './popup.tsx'
import { useSession } from './session.ts'

/** Who is signed in, in which roles, and the way out. */
export function MeMenu() {
  const session = useSession()
  const { displayName } = session.person
  const roles = [...new Set(session.roles.map((grant) => t(`parts.role.${grant.role}`)))]
  const role = roles.length ? listText(roles) : t('parts.role.initiator')
  const label = (
    <>
      <Icon name="person" />
      <span class="fk-top__me-text">{displayName}</span>
    </>
  )
  return (
    <Popup label={label} name={t('shell.me', { name: displayName, role })}>
      <p>
        <b>{displayName}</b>
        <br />
        <span class="fk-dim">{role}</span>
      </p>
      <p>
        <a class="ds-button" data-variant="secondary" href="/inloggningar">
          {t('shell.sessions')}
        </a>
      </p>
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => void leave()}>
        {t('shell.signOut')}
      </button>
    </Popup>
  )
}

async function leave(): Promise<void> {
  location.assign(await signOut())
}
