import { render } from 'preact'
import { LocationProvider } from 'preact-iso/router'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { onSignedOut } from './api/request.ts'
import { getSession, putLanguage, type Session } from './api/session.ts'
import { Outlet } from './router/outlet.tsx'
import { openRoutes, routes } from './router/routes.ts'
import { watchScroll } from './router/scroll.ts'
import { Announcer } from './shell/announcer.tsx'
import { Failure } from './shell/failure.tsx'
import { Footer } from './shell/footer.tsx'
import { rememberedLanguage, rememberLanguage } from './shell/language.ts'
import { SessionContext } from './shell/session.ts'
import { TopBar } from './shell/top-bar.tsx'
import { keepOpenTexts, stopKeepingTexts } from './stash/kept-text.ts'
import { openStashes } from './stash/stash.ts'
import { loadTexts, setLanguage, t, type Language } from './text/text.ts'
import { page, type Page } from './router/page.ts'

type Who =
  | { state: 'asking' }
  | { state: 'in'; session: Session }
  /** `expired`: somebody was signed in a moment ago, and has this page before them. */
  | { state: 'out'; expired?: boolean }
  | { state: 'failed'; error: unknown }

const signInEverywhere: readonly Page[] = [
  ...openRoutes,
  page('/:rest*', ['sign-in'], () => import('./sign-in/sign-in-page.tsx').then((m) => m.SignInPage)),
]

/** Addresses that the page itself shows; the rest belong to the server. */
const ours = /^\/(?!api\/|oidc\/)/

function App() {
  const [who, setWho] = useState<Who>({ state: 'asking' })
  const [, setShownLanguage] = useState<Language>('sv')
  const change = useCallback(async (next: Language) => {
    await setLanguage(next)
    rememberLanguage(next)
    setShownLanguage(next)
  }, [])
  const ask = useCallback(async () => {
    try {
      const session = await getSession()
      if (session) await openStashes(session.person.id, session.stashKey, Date.now())
      stopKeepingTexts()
      await change(session?.language ?? rememberedLanguage())
      setWho(session ? { state: 'in', session } : { state: 'out' })
    } catch (error) {
      await change(rememberedLanguage())
      setWho({ state: 'failed', error })
    }
  }, [])
  useEffect(() => {
    onSignedOut(() => {
      keepOpenTexts()
      setWho((before) => (before.state === 'in' ? { state: 'out', expired: true } : before))
    })
    void loadTexts(['shell', 'parts']).then(ask)
  }, [])
  useEffect(() => {
    // Loaded beside the page: it has an hour.
    const watching = import('./shell/session-end.ts').then(
      ({ watchReturn, watchSession }) => {
        if (who.state === 'in') return watchSession(who.session.endsAt)
        return who.state === 'out' && who.expired ? watchReturn(() => void ask()) : undefined
      },
      () => undefined,
    )
    return () => void watching.then((stop) => stop?.())
  }, [who])
  if (who.state === 'asking') return <main id="innehall" aria-busy="true" />
  const session = who.state === 'in' ? who.session : undefined
  const onLanguage = (next: Language): void => {
    void change(next)
    if (session) void putLanguage(next).catch(() => {})
  }
  return (
    <LocationProvider scope={ours}>
      <SessionContext.Provider value={session}>
        <a class="ds-skip-link" href="#innehall">
          {t('shell.skip')}
        </a>
        <TopBar onLanguage={onLanguage} />
        {who.state === 'failed' ? (
          <Failure error={who.error} onRetry={() => void ask()} />
        ) : (
          <Outlet key={who.state} pages={session ? [...openRoutes, ...routes] : signInEverywhere} />
        )}
        {session && <Footer />}
        <Announcer />
      </SessionContext.Provider>
    </LocationProvider>
  )
}

watchScroll()
render(<App />, document.getElementById('app')!)
