import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import { useCallback, useRef, useState } from 'preact/hooks'
import type { List } from '../../api/record.ts'
import { Waiting } from '../../components/waiting.tsx'
import { useNames } from '../../directory/names.ts'
import { orgUnits } from '../../directory/org-units.ts'
import { ExportMenu } from '../../lists/export-menu.tsx'
import { FilterChips } from '../../lists/filter-chips.tsx'
import { ListTools } from '../../lists/list-tools.tsx'
import { MoreRows } from '../../lists/more-rows.tsx'
import { SearchBox } from '../../lists/search-box.tsx'
import { Still } from '../../lists/still.tsx'
import { useRows } from '../../lists/use-rows.ts'
import { addressOf, apiAddress, exportAddress, pageSize, viewOf } from '../../lists/view.ts'
import { Trouble } from '../../loading/trouble.tsx'
import { useLoad } from '../../loading/use-load.ts'
import type { PageProps } from '../../router/page.ts'
import { useTitle } from '../../router/title.ts'
import { Main } from '../../shell/main.tsx'
import { t } from '../../text/text.ts'
import type { AssetRow } from '../asset.ts'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import { BulkChange } from '../bulk/bulk-change.tsx'
import { useChosen } from '../bulk/use-chosen.ts'
import { AssetTable } from './asset-table.tsx'
import { countText, useCount } from './count.ts'
import { optionsOf } from './filter-options.ts'
import { KindTabs } from './kind-tabs.tsx'
import { ListHead } from './list-head.tsx'
import { NoAssets } from './no-assets.tsx'
import { withKnownSort } from './sorts.ts'
import { readSources, sourcesOf } from './sources.ts'
import { ViewsMenu } from './views-menu.tsx'
import { assetList, type AssetFilter, type AssetView } from './view.ts'

/** The inventory: every kind or one, searched at each key press, narrowed, sorted, chosen from; the address holds it whole. */
export function AssetsPage({ query }: PageProps): JSX.Element {
  const view = withKnownSort(viewOf(assetList, query))
  const { route } = useLocation()
  const names = useNames()
  const units = useLoad('units', orgUnits)
  const known = useLoad('sources', readSources)
  const rows = useRows<AssetRow>({
    address: (cursor) => apiAddress(assetList, view, cursor),
    show: view.show,
    named: (list) => shownIds(view, list),
  })
  const count = useCount(view, rows.busy ? undefined : rows.items, rows.more)
  const chosen = useChosen(apiAddress(assetList, view))
  const [change, setChange] = useState<string>()
  const show = useCallback((next: AssetView, replace = false) => route(addressOf(assetList, next), replace), [])
  const latest = useRef(view)
  latest.current = view
  const sortBy = useCallback((sort: string) => show({ ...latest.current, sort, show: pageSize }), [])
  useTitle([view.q ? t('assets.titleSearch', { words: view.q }) : t('assets.heading')])
  const sources = sourcesOf(known.data ?? [], rows.items ?? [], view.filters.source ?? [])
  const options = {
    units: units.data ?? [],
    sources,
    kind: view.filters.kind?.[0],
    types: view.filters.type ?? [],
  }
  const optionsFor = (name: AssetFilter) => optionsOf(name, options)
  const { items, more, busy, stale, error, retry } = rows
  if (change)
    return (
      <BulkChange
        change={change}
        chosen={chosen}
        view={view}
        onClose={(done) => {
          setChange(undefined)
          if (done) chosen.clear()
          retry()
        }}
      />
    )
  return (
    <Main size="sm" wide>
      <ListHead />
      <KindTabs view={view} count={count} />
      <search class="fk-searchbox">
        <SearchBox
          value={view.q}
          label={t('assets.search')}
          hint={t('assets.searchHint')}
          onSearch={(q) => show({ ...view, q, show: pageSize }, true)}
        />
        <FilterChips spec={assetList} view={view} optionsFor={optionsFor} onChange={show} />
      </search>
      <ListTools spec={assetList} view={view} count={countText(items?.length, more, count)} onChange={show}>
        <ViewsMenu view={view} />
        <ExportMenu address={(format) => exportAddress(assetList, view, format)} />
      </ListTools>
      {chosen.count > 0 && <BulkBar chosen={chosen} matching={count} onChange={setChange} />}
      {error !== undefined && <Trouble error={error} retry={retry} />}
      {error === undefined && items === undefined && <Waiting lines={12} />}
      {error === undefined && items !== undefined && (
        <div aria-busy={busy}>
          {items.length === 0 && !busy ? (
            <NoAssets view={view} onChange={show} />
          ) : (
            <Still when={stale}>
              <AssetTable view={view} rows={items} names={names} chosen={chosen} onSort={sortBy} />
            </Still>
          )}
          {more && <MoreRows view={view} onChange={show} />}
        </div>
      )}
    </Main>
  )
}

function shownIds(view: AssetView, list: List<AssetRow>): unknown {
  return list.items.map(({ data }) => [
    data.usingOrgUnitIds?.[0],
    view.columns.includes('responsible') && data.responsiblePersonId,
    view.filters.responsible,
  ])
}
