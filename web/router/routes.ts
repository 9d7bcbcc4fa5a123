import { listPage, page, type Page, recordPage } from './page.ts'

/** Topics of every page that reads answers aloud. */
const reading = ['form', 'vocabulary', 'data-vocabulary', 'answers'] as const

const form = ['forms', 'asset-form', 'asset-fields', 'asset-vocabulary', 'answers', 'conflict'] as const

const supplierForm = [
  'forms',
  'suppliers',
  'supplier-form',
  'supplier-fields',
  'supplier-vocabulary',
  'data-vocabulary',
  'answers',
  'conflict',
] as const

const supplierRecord = [
  'suppliers',
  'supplier-record',
  'supplier-fields',
  'supplier-vocabulary',
  'data-vocabulary',
  'answers',
  'record',
  'compare',
] as const

/** The table of addresses: the first line that fits is shown. Each page is a chunk of its own. */
export const routes: readonly Page[] = [
  listPage('/', ['start'], () => import('../start/start-page.tsx').then((m) => m.StartPage)),
  page('/anmalningar', ['start'], () => import('../mine/mine-page.tsx').then((m) => m.MinePage)),
  page('/anmalningar/:id', [...reading, 'start', 'notification', 'filed', 'moves'], () =>
    import('../notification/follow-page.tsx').then((m) => m.FollowPage),
  ),
  page('/anmal', ['form', 'form-asking', 'vocabulary', 'notification', 'triage'], () =>
    import('../notification/triage-page.tsx').then((m) => m.TriagePage),
  ),
  page('/anmal/:id/:part', [...reading, 'form-asking', 'notification', 'suggestions'], () =>
    import('../notification/notification-page.tsx').then((m) => m.NotificationPage),
  ),
  page('/attestera/:id', [...reading, 'notification', 'filed'], () =>
    import('../attest/attest-page.tsx').then((m) => m.AttestPage),
  ),
  page('/avstam/:id', [...reading, 'notification', 'filed', 'moves'], () =>
    import('../yearly/yearly-page.tsx').then((m) => m.YearlyPage),
  ),
  listPage('/registret', ['lists', 'register', 'vocabulary'], () =>
    import('../register/register-page.tsx').then((m) => m.RegisterPage),
  ),
  recordPage('/behandlingar/:id/:part?', [...reading, 'record', 'moves', 'compare'], () =>
    import('../record/record-page.tsx').then((m) => m.RecordPage),
  ),
  listPage('/tillgangar', ['lists', 'assets', 'asset-fields', 'asset-vocabulary', 'answers'], () =>
    import('../assets/list/assets-page.tsx').then((m) => m.AssetsPage),
  ),
  listPage('/tillgangar/etiketter', ['asset-work'], () =>
    import('../assets/labels/labels-page.tsx').then((m) => m.LabelsPage),
  ),
  listPage('/tillgangar/flytta', ['asset-work', 'assets', 'asset-fields', 'asset-vocabulary', 'answers'], () =>
    import('../assets/reorganise/reorganise-page.tsx').then((m) => m.ReorganisePage),
  ),
  listPage('/tillgangar/inventering', ['asset-work'], () =>
    import('../assets/stock/stock-takes-page.tsx').then((m) => m.StockTakesPage),
  ),
  listPage('/tillgangar/inventering/:id', ['asset-work'], () =>
    import('../assets/stock/stock-take-page.tsx').then((m) => m.StockTakePage),
  ),
  recordPage('/tillgangar/:kind/ny', form, () => import('../assets/form/form-page.tsx').then((m) => m.AssetFormPage)),
  recordPage('/tillgangar/:kind/:id/andra', form, () =>
    import('../assets/form/form-page.tsx').then((m) => m.AssetFormPage),
  ),
  page(
    '/tillgangar/:kind/:id/:part?',
    ['asset-record', 'asset-fields', 'asset-states', 'asset-vocabulary', 'answers', 'record', 'compare'],
    () => import('../assets/record/asset-page.tsx').then((m) => m.AssetPage),
    ['records', 'tables'],
  ),
  listPage('/inlasning', ['intake'], () => import('../intake/start-page.tsx').then((m) => m.IntakePage)),
  listPage('/inlasning/:id', ['intake'], () => import('../intake/job-page.tsx').then((m) => m.JobPage)),
  listPage('/leverantorer', ['lists', 'suppliers', 'supplier-vocabulary'], () =>
    import('../suppliers/list/suppliers-page.tsx').then((m) => m.SuppliersPage),
  ),
  listPage('/avtal', ['lists', 'suppliers', 'supplier-vocabulary'], () =>
    import('../suppliers/list/agreements-page.tsx').then((m) => m.AgreementsPage),
  ),
  page(
    '/leverantorer/tackning',
    ['lists', 'suppliers', 'supplier-vocabulary'],
    () => import('../suppliers/coverage/coverage-page.tsx').then((m) => m.CoveragePage),
    ['tables', 'lists', 'suppliers', 'coverage'],
  ),
  page(
    '/leverantorer/kalender',
    ['lists', 'suppliers', 'supplier-vocabulary'],
    () => import('../suppliers/calendar/calendar-page.tsx').then((m) => m.CalendarPage),
    ['tables', 'lists', 'suppliers', 'coverage'],
  ),
  recordPage('/leverantorer/ny', supplierForm, () =>
    import('../suppliers/form/party-form-page.tsx').then((m) => m.SupplierFormPage),
  ),
  recordPage('/leverantorer/:id/andra', supplierForm, () =>
    import('../suppliers/form/party-form-page.tsx').then((m) => m.SupplierFormPage),
  ),
  recordPage('/avtal/ny', supplierForm, () =>
    import('../suppliers/form/party-form-page.tsx').then((m) => m.AgreementFormPage),
  ),
  recordPage('/avtal/:id/andra', supplierForm, () =>
    import('../suppliers/form/party-form-page.tsx').then((m) => m.AgreementFormPage),
  ),
  page(
    '/leverantorer/:id/:part?',
    supplierRecord,
    () => import('../suppliers/record/supplier-page.tsx').then((m) => m.SupplierPage),
    ['records', 'tables', 'suppliers'],
  ),
  page(
    '/avtal/:id/:part?',
    supplierRecord,
    () => import('../suppliers/record/agreement-page.tsx').then((m) => m.AgreementPage),
    ['records', 'tables', 'suppliers'],
  ),
  listPage('/granska', ['review', 'moves'], () => import('../review/inbox-page.tsx').then((m) => m.InboxPage)),
  recordPage('/granska/:id', [...reading, 'review', 'record', 'moves', 'compare'], () =>
    import('../review/review-page.tsx').then((m) => m.ReviewPage),
  ),
  listPage('/sok', ['search'], () => import('../search/search-page.tsx').then((m) => m.SearchPage)),
  listPage('/katalog', ['admin'], () => import('../admin/org-page.tsx').then((m) => m.OrgPage)),
  listPage('/katalog/personer', ['admin'], () => import('../admin/people-page.tsx').then((m) => m.PeoplePage)),
  listPage('/katalog/roller', ['admin'], () => import('../admin/roles-page.tsx').then((m) => m.RolesPage)),
  listPage('/katalog/inlasning', ['admin'], () => import('../admin/feed-page.tsx').then((m) => m.FeedPage)),
  listPage('/ordlista', ['admin', 'vocabulary'], () =>
    import('../admin/vocabulary-page.tsx').then((m) => m.VocabularyPage),
  ),
  recordPage('/forsegling', ['proof'], () => import('../proof/seal-page.tsx').then((m) => m.SealPage)),
  page('/inloggningar', ['sessions'], () => import('../sessions/sessions-page.tsx').then((m) => m.SessionsPage), [
    'tables',
  ]),
  page('/hjalp', ['help'], () => import('../help/help-page.tsx').then((m) => m.HelpPage)),
  page('/kortkommandon', ['help'], () => import('../help/shortcuts-page.tsx').then((m) => m.ShortcutsPage)),
  page('/tillganglighet', ['help'], () => import('../help/accessibility-page.tsx').then((m) => m.AccessibilityPage)),
  page('/om-dina-uppgifter', ['help'], () => import('../help/privacy-page.tsx').then((m) => m.PrivacyPage)),
]

/** Pages that need no signed-in person. */
export const openRoutes: readonly Page[] = [
  page('/logga-in', ['sign-in'], () => import('../sign-in/sign-in-page.tsx').then((m) => m.SignInPage)),
]
