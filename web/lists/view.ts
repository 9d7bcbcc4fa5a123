import { isDate } from '../fields/date-text.ts'

/** How the values of a filter are chosen: any of some codes, one of many, a person or supplier, or a day before which. */
export type FilterType = 'codes' | 'one' | 'person' | 'supplier' | 'before'

/** What sets one list apart from another: where it lies, what it reads, and what may be chosen in it. */
export interface ListSpec<F extends string, C extends string> {
  /** Address of the page. */
  path: string
  /** Address of what it reads. */
  api: string
  /** Topic of its own words: `filter`, `column`, `count`, `first`. */
  words: string
  /** Filters as the API calls them. Several values of one filter mean any of them. */
  filters: { readonly [name in F]: FilterType }
  /** Filters that are chosen elsewhere on the page, as by tabs: no chips of their own. */
  apart?: readonly F[]
  /** Every column; `name` leads to the record and cannot be left out. */
  columns: readonly C[]
  /** Columns shown when nothing is chosen. */
  usual: readonly C[]
  /** The list can be read as it was at the end of a day. */
  asOf?: boolean
}

export const pageSize = 50
const mostShown = 1000

/** Everything that decides what a list page shows; the address bar holds it whole. */
export interface View<F extends string = string, C extends string = string> {
  q: string
  filters: { [name in F]?: string[] }
  /** `name` or `-name`. */
  sort?: string
  columns: readonly C[]
  /** A calendar day: the list as it was at its end. */
  asOf?: string
  /** How many rows are asked for, a multiple of 50. */
  show: number
}

/** The names of a list's filters, in their order. */
export function filterNamesOf<F extends string, C extends string>(spec: ListSpec<F, C>): F[] {
  return Object.keys(spec.filters) as F[]
}

/** The filters that are offered and shown as chips. */
export function chipNamesOf<F extends string, C extends string>(spec: ListSpec<F, C>): F[] {
  return filterNamesOf(spec).filter((name) => !spec.apart?.includes(name))
}

/** Reads a view from an address's query; what is unknown or malformed is left out. */
export function viewOf<F extends string, C extends string>(
  spec: ListSpec<F, C>,
  query: { [name: string]: string | undefined },
): View<F, C> {
  const filters: View<F, C>['filters'] = {}
  for (const name of filterNamesOf(spec)) {
    const values = list(query[name]).filter((value) => spec.filters[name] !== 'before' || isDate(value))
    if (values.length) filters[name] = values
  }
  const columns = list(query['columns']).filter((name): name is C => (spec.columns as readonly string[]).includes(name))
  const show = Math.ceil(Number(query['show'] ?? pageSize) / pageSize) * pageSize
  return {
    q: query['q']?.trim() ?? '',
    filters,
    ...(query['sort'] && !query['q']?.trim() ? { sort: query['sort'] } : {}),
    columns: (columns as readonly string[]).includes('name') ? columns : spec.usual,
    ...(spec.asOf && isDate(query['asOf'] ?? '') ? { asOf: query['asOf'] } : {}),
    show: Number.isFinite(show) ? Math.min(Math.max(show, pageSize), mostShown) : pageSize,
  }
}

/** The address of a view; what is as usual is left out. */
export function addressOf<F extends string, C extends string>(spec: ListSpec<F, C>, view: View<F, C>): string {
  const query = listQuery(spec, view)
  if (view.columns.join() !== spec.usual.join()) query.set('columns', view.columns.join(','))
  if (view.show > pageSize) query.set('show', String(view.show))
  return withQuery(spec.path, query)
}

/** What the API is asked for one page. */
export function apiAddress<F extends string, C extends string>(
  spec: ListSpec<F, C>,
  view: View<F, C>,
  cursor?: string,
): string {
  const query = listQuery(spec, view)
  query.set('limit', String(pageSize))
  if (cursor) query.set('cursor', cursor)
  return withQuery(spec.api, query)
}

/** The whole view as a file. */
export function exportAddress<F extends string, C extends string>(
  spec: ListSpec<F, C>,
  view: View<F, C>,
  format: string,
): string {
  const query = listQuery(spec, view)
  query.set('format', format)
  return withQuery(`${spec.api}/export`, query)
}

/** The part of a view that says which rows are meant, as the API reads it. */
export function listQuery<F extends string, C extends string>(spec: ListSpec<F, C>, view: View<F, C>): URLSearchParams {
  const query = new URLSearchParams()
  if (view.q) query.set('q', view.q)
  for (const name of filterNamesOf(spec)) {
    const values = view.filters[name]
    if (values?.length) query.set(name, values.join(','))
  }
  if (view.sort && !view.q) query.set('sort', view.sort)
  if (view.asOf) query.set('asOf', view.asOf)
  return query
}

/** The same view with one filter set to other values; none takes it away. Starts again at the top. */
export function withFilter<F extends string, C extends string>(
  view: View<F, C>,
  name: F,
  values: readonly string[],
): View<F, C> {
  const filters = { ...view.filters }
  if (values.length) filters[name] = [...values]
  else delete filters[name]
  return { ...view, filters, show: pageSize }
}

/** The same columns and order with nothing that narrows but what is chosen elsewhere on the page. */
export function cleared<F extends string, C extends string>(spec: ListSpec<F, C>, view: View<F, C>): View<F, C> {
  const filters: View<F, C>['filters'] = {}
  for (const name of spec.apart ?? []) if (view.filters[name]) filters[name] = view.filters[name]
  return { ...viewOf(spec, {}), filters, columns: view.columns, ...(view.sort ? { sort: view.sort } : {}) }
}

/** Whether anything narrows the list, beside what is chosen in filters that stand `apart`. */
export function isNarrowed(view: View, apart: readonly string[] = []): boolean {
  return view.q !== '' || view.asOf !== undefined || Object.keys(view.filters).some((name) => !apart.includes(name))
}

/** An address with a query; commas between values stay readable. */
export function withQuery(path: string, query: URLSearchParams): string {
  const text = query.toString().replaceAll('%2C', ',')
  return text ? `${path}?${text}` : path
}

function list(value: string | undefined): string[] {
  return [...new Set((value ?? '').split(',').map((part) => part.trim()))].filter(Boolean)
}
