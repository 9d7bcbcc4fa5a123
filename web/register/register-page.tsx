import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import { useCallback } from 'preact/hooks'
import { vocabularies } from '../../functions/processing/vocabulary.ts'
import { useWords } from '../answers/words.ts'
import { Icon } from '../components/icon.tsx'
import { Table } from '../components/table.tsx'
import { Waiting } from '../components/waiting.tsx'
import { orgUnits } from '../directory/org-units.ts'
import { Trouble } from '../loading/trouble.tsx'
import { useLoad } from '../loading/use-load.ts'
import type { PageProps } from '../router/page.ts'
import { useTitle } from '../router/title.ts'
import { Main } from '../shell/main.tsx'
import { t } from '../text/text.ts'
import { columnsOf } from './columns.tsx'
import { FilterChips } from './filter-chips.tsx'
import { optionsOf } from './filter-options.ts'
import { ListTools } from './list-tools.tsx'
import { NoRows } from './no-rows.tsx'
import { SearchBox } from './search-box.tsx'
import { useActivities } from './use-activities.ts'
import { addressOf, pageSize, viewOf, type FilterName, type View } from './view.ts'

const regimes = vocabularies.regime.codes.map((entry) => entry.code)

/** The register: search, filter, choose columns, sort; the address bar holds the whole view. */
export function RegisterPage({ query }: PageProps): JSX.Element {
  const view = viewOf(query)
  const { route } = useLocation()
  const words = useWords()
  const units = useLoad('units', orgUnits)
  const { items, more, busy, error, retry } = useActivities(view)
  const show = useCallback((next: View, replace = false) => route(addressOf(next), replace), [])
  useTitle([view.q ? t('register.titleSearch', { words: view.q }) : t('register.heading')])
  const optionsFor = (name: FilterName) => optionsOf(name, units.data ?? [], regimes)
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
        <FilterChips view={view} optionsFor={optionsFor} onChange={show} />
      </search>
      <ListTools view={view} shown={items?.length} more={more} onChange={show} />
      {error !== undefined && <Trouble error={error} retry={retry} />}
      {error === undefined && items === undefined && <Waiting lines={12} />}
      {error === undefined && items !== undefined && (
        <div aria-busy={busy}>
          {items.length === 0 && !busy ? (
            <NoRows view={view} onChange={show} />
          ) : (
            <Table
              caption={t('register.heading')}
              columns={columnsOf(view.columns, words, view.q === '')}
              rows={items}
              rowKey={(row) => row.id}
              sort={view.sort ?? 'name'}
              onSort={(sort) => show({ ...view, sort, show: pageSize })}
            />
          )}
          {more && (
            <div class="fk-more">
              <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                onClick={() => show({ ...view, show: view.show + pageSize }, true)}
              >
                {t('register.more', { count: pageSize })}
              </button>
            </div>
          )}
        </div>
      )}
    </Main>
  )
}
