import { useEffect, useState } from 'preact/hooks'
import { getSignInOptions, signInAddress, type SignInOptions } from '../api/session.ts'
import { Icon } from '../components/icon.tsx'
import type { PageProps } from '../router/page.ts'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { hasEnded } from '../stash/kept-text.ts'
import { language, t } from '../text/text.ts'
import { DemoPeople } from './demo-people.tsx'

/** Where a person without a session lands, whatever the address; signing in leads back to it. */
export function SignInPage({ query }: PageProps) {
  const [options, setOptions] = useState<SignInOptions>({})
  useEffect(() => {
    getSignInOptions().then(setOptions, () => {})
  }, [])
  useTitle([t('sign-in.heading')])
  const asked = location.pathname + location.search
  const returnTo = asked.startsWith('/logga-in') ? '/' : asked
  const address = (hint?: string): string => `${signInAddress(returnTo, hint)}&language=${language()}`
  const button = options.provider ? t('sign-in.button', { provider: options.provider }) : t('sign-in.buttonPlain')
  return (
    <Main>
      <div class="fk-signin">
        <h1 class="fk-h1">{t('sign-in.heading')}</h1>
        {hasEnded() && <Ended />}
        {query['fel'] && <SignInFailure code={query['fel']} />}
        <p class="fk-lead">{t('sign-in.lead')}</p>
        <div class="fk-row">
          <a class="ds-button" data-variant="primary" href={address()}>
            {button}
            <Icon name="forward" />
          </a>
        </div>
        {options.people && <DemoPeople people={options.people} address={address} />}
      </div>
    </Main>
  )
}

/** Nothing of the page that was open is left; what was written on it is kept. */
function Ended() {
  return (
    <div class="ds-alert" data-color="info" role="alert">
      <h2 class="fk-h3">{t('sign-in.ended.heading')}</h2>
      <p>{t('sign-in.ended.text')}</p>
    </div>
  )
}

function SignInFailure({ code }: { code: string }) {
  const known = ['expired', 'refused', 'unknown-person'].includes(code) ? code : 'failed'
  return (
    <div class="ds-alert" data-color="danger" role="alert">
      <h2 class="fk-h3">{t('sign-in.failure.heading')}</h2>
      <p>{t(`sign-in.failure.${known}`)}</p>
    </div>
  )
}
