import { page, type Page } from './page.ts'

/** The table of addresses: the first line that fits is shown. Each page is a chunk of its own. */
export const routes: readonly Page[] = [
  page('/', ['start', 'activity'], () => import('../start/start-page.tsx').then((m) => m.StartPage)),
  page('/anmalningar', ['start', 'activity'], () => import('../mine/mine-page.tsx').then((m) => m.MinePage)),
  page('/registret', ['register', 'vocabulary'], () =>
    import('../register/register-page.tsx').then((m) => m.RegisterPage),
  ),
]

/** Pages that need no signed-in person. */
export const openRoutes: readonly Page[] = [
  page('/logga-in', ['sign-in'], () => import('../sign-in/sign-in-page.tsx').then((m) => m.SignInPage)),
]
