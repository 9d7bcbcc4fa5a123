import type { JSX } from 'preact'
import { addressOf, withFilter } from '../../lists/view.ts'
import { t } from '../../text/text.ts'
import { assetKinds } from '../asset.ts'
import { countOf, countWord, type Count } from './count.ts'
import { assetList, type AssetColumn, type AssetFilter, type AssetView } from './view.ts'

/** All assets or one kind, with how many fit what is searched for. */
export function KindTabs({ view, count }: { view: AssetView; count: Count | undefined }): JSX.Element {
  const chosen = view.filters.kind?.[0]
  const tabs = [undefined, ...assetKinds.map((kind) => kind.name)]
  return (
    <nav class="fk-tabs fk-mt-s" aria-label={t('assets.kinds')}>
      {tabs.map((kind) => {
        const own = chosen === undefined || kind === chosen ? countOf(count, kind) : undefined
        const next: AssetView = withFilter<AssetFilter, AssetColumn>(
          withFilter<AssetFilter, AssetColumn>(view, 'type', []),
          'kind',
          kind ? [kind] : [],
        )
        return (
          <a key={kind ?? 'all'} href={addressOf(assetList, next)} aria-current={chosen === kind ? 'page' : undefined}>
            {t(`assets.kind.${kind ?? 'all'}`)} <span class="fk-count">{own ? countWord(own) : '\u2007'}</span>
          </a>
        )
      })}
    </nav>
  )
}
