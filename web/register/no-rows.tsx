import type { JSX } from 'preact'
import { Empty } from '../components/empty.tsx'
import { t } from '../text/text.ts'
import { isNarrowed } from '../lists/view.ts'
import { readsNothing, useSession } from '../shell/session.ts'
import { viewOf, type View } from './view.ts'

/** Nothing to list: who reads no contents is told so, an empty register offers to begin, an empty search to look wider. */
export function NoRows({ view, onChange }: { view: View; onChange: (view: View) => void }): JSX.Element {
  if (readsNothing(useSession())) {
    return (
      <Empty
        heading={t('register.noContents.heading')}
        actions={
          <a class="ds-button" data-variant="secondary" href="/katalog">
            {t('register.noContents.organisation')}
          </a>
        }
      >
        <p>{t('register.noContents.text')}</p>
      </Empty>
    )
  }
  if (!isNarrowed(view)) {
    return (
      <Empty
        heading={t('register.empty.heading')}
        actions={
          <a class="ds-button" data-variant="primary" href="/anmal">
            {t('register.notify')}
          </a>
        }
      >
        <p>{t('register.empty.text')}</p>
      </Empty>
    )
  }
  const hasFilters = Object.keys(view.filters).length > 0 || view.asOf !== undefined
  const wider = { ...viewOf({}), columns: view.columns, q: hasFilters ? view.q : '' }
  return (
    <Empty
      heading={view.q ? t('register.noMatch.heading', { words: view.q }) : t('register.noMatch.filtered')}
      actions={
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => onChange(wider)}>
          {t(hasFilters ? 'register.noMatch.withoutFilters' : 'register.noMatch.all')}
        </button>
      }
    >
      <p>{t(view.q ? 'register.noMatch.text' : 'register.noMatch.filteredText')}</p>
    </Empty>
  )
}
