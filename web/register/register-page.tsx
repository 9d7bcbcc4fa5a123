import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import { useCallback } from 'preact/hooks'
import { vocabularies } from '../../functions/processing/vocabulary.ts'
import { useWords } from '../answers/words.ts'
import type { List } from '../api/record.ts'
import { Icon } from '../components/icon.tsx'
import { byPlace, Table } from '../components/table.tsx'
import { Waiting } from '../components/waiting.tsx'
import { orgUnits } from '../directory/org-units.ts'
import { FilterChips } from '../lists/filter-chips.tsx'
import { ListTools } from '../lists/list-tools.tsx'
import { MoreRows } from '../lists/more-rows.tsx'
import { SearchBox } from '../lists/search-box.tsx'
import { Still } from '../lists/still.tsx'
import { useRows } from '../lists/use-rows.ts'
import { pageSize } from '../lists/view.ts'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import type { PageProps } from '../router/page.ts'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { t } from '../text/text.ts'
import type { ActivityRow } from './activity.ts'
import { columnsOf } from './columns.tsx'
import { optionsOf } from './filter-options.ts'
import { NoRows } from './no-rows.tsx'
import { addressOf, apiAddress, registerList, viewOf, type FilterName, type View } from './view.ts'

const regimes = vocabularies.regime.codes.map((entry) => entry.code)

/** The register: search, filter, choose columns, sort; the address bar holds the whole view. */
export function RegisterPage({ query }: PageProps): JSX.Element {
  const view = viewOf(query)
  const { route } = useLocation()
  const words = useWords()
  const units = useLoad('units', orgUnits)
  const { items, more, busy, stale, error, retry } = useRows<ActivityRow>({
    address: (cursor) => apiAddress(view, cursor),
    show: view.show,
    named: (list) => shownIds(view, list),
  })
  const show = useCallback((next: View, replace = false) => route(addressOf(next), replace), [])
  useTitle([view.q ? t('register.titleSearch', { words: view.q }) : t('register.heading')])
  const optionsFor = (name: FilterName) => optionsOf(name, units.data ?? [], regimes)
  const count = items && t(more ? 'register.first' : 'register.count', { count: items.length })
  return (
    <Main size="sm" wide>
      <div class="fk-row" data-end>
        <h1 class="fk-h1">{t('register.heading')}</h1>
        <a class="ds-button" data-variant="secondary" href="/anmal">
          <Icon name="plus" />
          {t('register.notify')}
        </a>
      </div>
      <search class="fk-searchbox">
        <SearchBox
          value={view.q}
          label={t('register.search')}
          hint={t('register.searchHint')}
          onSearch={(q) => show({ ...view, q, show: pageSize }, true)}
        />
        <FilterChips spec={registerList} view={view} optionsFor={optionsFor} onChange={show} />
      </search>
      <ListTools spec={registerList} view={view} count={count ?? '\u00a0'} onChange={show} />
      {error !== undefined && <Trouble error={error} retry={retry} />}
      {error === undefined && items === undefined && <Waiting lines={12} />}
      {error === undefined && items !== undefined && (
        <div aria-busy={busy}>
          {items.length === 0 && !busy ? (
            <NoRows view={view} onChange={show} />
          ) : (
            <Still when={stale}>
              <Table
                caption={t('register.heading')}
                columns={columnsOf(view.columns, words, view.q === '')}
                rows={items}
                rowKey={byPlace}
                sort={view.sort ?? 'name'}
                onSort={(sort) => show({ ...view, sort, show: pageSize })}
              />
            </Still>
          )}
          {more && <MoreRows view={view} onChange={show} />}
        </div>
      )}
    </Main>
  )
}

function shownIds(view: View, list: List<ActivityRow>): unknown {
  return list.items.map(({ orgUnitId, data }) => [
    orgUnitId,
    data.orgUnitId,
    data.controllerOrgUnitId,
    view.columns.includes('initiator') && data.initiatorId,
  ])
}
