import { page, type Page } from './page.ts'

/** Topics of every page that reads answers aloud. */
const reading = ['form', 'vocabulary', 'answers'] as const

/** The table of addresses: the first line that fits is shown. Each page is a chunk of its own. */
export const routes: readonly Page[] = [
  page('/', ['start'], () => import('../start/start-page.tsx').then((m) => m.StartPage)),
  page('/anmalningar', ['start'], () => import('../mine/mine-page.tsx').then((m) => m.MinePage)),
  page('/anmalningar/:id', [...reading, 'start', 'notification', 'moves'], () =>
    import('../notification/follow-page.tsx').then((m) => m.FollowPage),
  ),
  page('/anmal', ['form', 'vocabulary', 'notification'], () =>
    import('../notification/triage-page.tsx').then((m) => m.TriagePage),
  ),
  page('/anmal/:id/:part', [...reading, 'notification', 'suggestions', 'requirements'], () =>
    import('../notification/notification-page.tsx').then((m) => m.NotificationPage),
  ),
  page('/attestera/:id', [...reading, 'notification'], () =>
    import('../attest/attest-page.tsx').then((m) => m.AttestPage),
  ),
  page('/avstam/:id', [...reading, 'notification', 'moves'], () =>
    import('../yearly/yearly-page.tsx').then((m) => m.YearlyPage),
  ),
  page('/registret', ['register', 'vocabulary'], () =>
    import('../register/register-page.tsx').then((m) => m.RegisterPage),
  ),
  page('/behandlingar/:id/:part?', [...reading, 'record', 'moves', 'compare', 'information'], () =>
    import('../record/record-page.tsx').then((m) => m.RecordPage),
  ),
  page('/granska', ['review'], () => import('../review/inbox-page.tsx').then((m) => m.InboxPage)),
  page('/granska/:id', [...reading, 'review', 'record', 'moves', 'compare'], () =>
    import('../review/review-page.tsx').then((m) => m.ReviewPage),
  ),
]

/** Pages that need no signed-in person. */
export const openRoutes: readonly Page[] = [
  page('/logga-in', ['sign-in'], () => import('../sign-in/sign-in-page.tsx').then((m) => m.SignInPage)),
]
