import type { JSX } from 'preact'
import { useLocation } from 'preact-iso/router'
import { useCallback } from 'preact/hooks'
import type { Envelope, List } from '../../api/record.ts'
import type { Option } from '../../components/choice.tsx'
import { Empty } from '../../components/empty.tsx'
import { byPlace, type Column, Table } from '../../components/table.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { type Names, useNames } from '../../directory/names.ts'
import { ExportMenu } from '../../lists/export-menu.tsx'
import { FilterChips } from '../../lists/filter-chips.tsx'
import { ListTools } from '../../lists/list-tools.tsx'
import { MoreRows } from '../../lists/more-rows.tsx'
import { SearchBox } from '../../lists/search-box.tsx'
import { Still } from '../../lists/still.tsx'
import { useFindings } from '../../lists/use-findings.ts'
import { useRows } from '../../lists/use-rows.ts'
import {
  addressOf,
  apiAddress,
  cleared,
  exportAddress,
  isNarrowed,
  type ListSpec,
  pageSize,
  type View,
  viewOf,
} from '../../lists/view.ts'
import { Trouble } from '../../loading/trouble.tsx'
import { useTitle } from '../../router/title.ts'
import { Main } from '../../shell/main.tsx'
import { t } from '../../text/text.ts'
import { type SupplierPart, SuppliersHead } from './suppliers-head.tsx'

interface Props<Row, F extends string, C extends string> {
  part: SupplierPart
  spec: ListSpec<F, C>
  query: { [name: string]: string }
  optionsFor: (name: F) => Option[]
  columnsOf: (chosen: readonly C[], names: Names, sortable: boolean) => Column<Row>[]
}

const none: readonly Envelope[] = []
const hasFindings = (columns: readonly string[]): boolean => columns.includes('findings')

/** Suppliers or agreements: searched at each key press, narrowed, sorted; the address holds it whole. */
export function ListPage<Row extends Envelope, F extends string, C extends string>(
  props: Props<Row, F, C>,
): JSX.Element {
  const { part, spec, optionsFor, columnsOf } = props
  const words = spec.words
  const view = viewOf(spec, props.query)
  const { route } = useLocation()
  const names = useNames()
  const rows = useRows<Row>({
    address: (cursor) => apiAddress(spec, view, cursor),
    show: view.show,
    named: (list: List<Row>) => [list.items.map(({ data }) => data), Object.values(view.filters)],
  })
  const show = useCallback((next: View<F, C>, replace = false) => route(addressOf(spec, next), replace), [spec])
  useTitle([view.q ? t('suppliers.titleSearch', { words: view.q }) : t(`suppliers.heading.${part}`)])
  const { items, more, busy, stale, error, retry } = rows
  const counts = useFindings(spec.api, items && hasFindings(view.columns) ? items : none)
  const shown = items?.map((row) => ({ ...row, data: { ...row.data, findingCounts: counts.get(row.id) } }))
  return (
    <Main size="sm" wide>
      <SuppliersHead part={part} />
      <search class="fk-searchbox">
        <SearchBox
          value={view.q}
          label={t(`${words}.search`)}
          hint={t(`${words}.searchHint`)}
          onSearch={(q) => show({ ...view, q, show: pageSize }, true)}
        />
        <FilterChips spec={spec} view={view} optionsFor={optionsFor} onChange={show} />
      </search>
      <ListTools
        spec={spec}
        view={view}
        count={items ? t(`${words}.${more ? 'first' : 'count'}`, { count: items.length }) : '\u00a0'}
        onChange={show}
      >
        <ExportMenu address={(format) => exportAddress(spec, view, format)} />
      </ListTools>
      {error !== undefined && <Trouble error={error} retry={retry} />}
      {error === undefined && items === undefined && <Waiting lines={12} />}
      {error === undefined && items !== undefined && (
        <div aria-busy={busy}>
          {items.length === 0 && !busy ? (
            <NoRows words={words} view={view} onClear={() => show(cleared(spec, view))} />
          ) : (
            <Still when={stale}>
              <Table
                caption={t(`suppliers.heading.${part}`)}
                columns={columnsOf(view.columns, names, view.q === '')}
                rows={shown ?? items}
                rowKey={byPlace}
                sort={view.sort ?? 'name'}
                onSort={(sort) => show({ ...view, sort, show: pageSize })}
              />
            </Still>
          )}
          {more && <MoreRows<View<F, C>> view={view} onChange={show} />}
        </div>
      )}
    </Main>
  )
}

/** Nothing to list: an empty register says how it is filled, an empty search offers to look wider. */
function NoRows({ words, view, onClear }: { words: string; view: View; onClear: () => void }): JSX.Element {
  if (!isNarrowed(view))
    return (
      <Empty heading={t(`${words}.empty.heading`)}>
        <p>{t(`${words}.empty.text`)}</p>
      </Empty>
    )
  return (
    <Empty
      heading={view.q ? t('suppliers.noMatch', { words: view.q }) : t('suppliers.noFit')}
      actions={
        <button type="button" class="ds-button" data-variant="secondary" onClick={onClear}>
          {t(`${words}.all`)}
        </button>
      }
    >
      <p>{t(view.q ? `${words}.searched` : 'suppliers.noFitText')}</p>
    </Empty>
  )
}
