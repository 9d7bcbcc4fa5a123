import type { JSX } from 'preact'
import { Empty } from '../../components/empty.tsx'
import { cleared, isNarrowed } from '../../lists/view.ts'
import { t } from '../../text/text.ts'
import { assetList, type AssetView } from './view.ts'

/** Nothing to list: an empty inventory says how it is filled, an empty search offers to look wider. */
export function NoAssets({ view, onChange }: { view: AssetView; onChange: (view: AssetView) => void }): JSX.Element {
  if (!isNarrowed(view, assetList.apart)) {
    return (
      <Empty
        heading={t('assets.empty.heading')}
        actions={
          <a class="ds-button" data-variant="primary" href="/inlasning">
            {t('assets.readFile')}
          </a>
        }
      >
        <p>{t('assets.empty.text')}</p>
      </Empty>
    )
  }
  const hasFilters = isNarrowed({ ...view, q: '' }, assetList.apart)
  const wider = { ...cleared(assetList, view), q: hasFilters ? view.q : '' }
  return (
    <Empty
      heading={view.q ? t('assets.noMatch.heading', { words: view.q }) : t('assets.noMatch.filtered')}
      actions={
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => onChange(wider)}>
          {t(hasFilters ? 'assets.noMatch.withoutFilters' : 'assets.noMatch.all')}
        </button>
      }
    >
      <p>{t(view.q ? 'assets.noMatch.text' : 'assets.noMatch.filteredText')}</p>
    </Empty>
  )
}
