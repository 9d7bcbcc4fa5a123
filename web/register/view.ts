/** Filters of the register, as the API calls them. Several values of one filter mean any of them. */
export const filterNames = [
  'state',
  'orgUnit',
  'controller',
  'regime',
  'sensitive',
  'role',
  'severity',
  'dueBefore',
] as const

export type FilterName = (typeof filterNames)[number]

export const columnNames = [
  'number',
  'name',
  'controller',
  'unit',
  'findings',
  'nextReview',
  'state',
  'role',
  'regimes',
  'risk',
  'initiator',
  'submittedAt',
  'registeredAt',
  'updatedAt',
] as const

export type ColumnName = (typeof columnNames)[number]

export const defaultColumns: readonly ColumnName[] = columnNames.slice(0, 7)

export const pageSize = 50
const mostShown = 1000

/** Everything that decides what the register page shows; the address bar holds it whole. */
export interface View {
  q: string
  filters: { [name in FilterName]?: string[] }
  /** `name` or `-name`. */
  sort?: string
  columns: readonly ColumnName[]
  /** A calendar day: the register as it was at its end. */
  asOf?: string
  /** How many rows are asked for, a multiple of 50. */
  show: number
}

/** Reads a view from an address's query; what is unknown or malformed is left out. */
export function viewOf(query: { [name: string]: string | undefined }): View {
  const filters: View['filters'] = {}
  for (const name of filterNames) {
    const values = list(query[name])
    if (values.length) filters[name] = values
  }
  const columns = list(query['columns']).filter((name): name is ColumnName =>
    (columnNames as readonly string[]).includes(name),
  )
  const show = Math.ceil(Number(query['show'] ?? pageSize) / pageSize) * pageSize
  return {
    q: query['q']?.trim() ?? '',
    filters,
    ...(query['sort'] && !query['q']?.trim() ? { sort: query['sort'] } : {}),
    columns: columns.includes('name') ? columns : defaultColumns,
    ...(/^\d{4}-\d{2}-\d{2}$/.test(query['asOf'] ?? '') ? { asOf: query['asOf'] } : {}),
    show: Number.isFinite(show) ? Math.min(Math.max(show, pageSize), mostShown) : pageSize,
  }
}

/** The address of a view; what is as usual is left out. */
export function addressOf(view: View, path = '/registret'): string {
  const query = listQuery(view)
  if (view.columns.join() !== defaultColumns.join()) query.set('columns', view.columns.join(','))
  if (view.show > pageSize) query.set('show', String(view.show))
  const text = query.toString().replaceAll('%2C', ',')
  return text ? `${path}?${text}` : path
}

/** What the API is asked for one page. */
export function apiAddress(view: View, cursor?: string): string {
  const query = listQuery(view)
  query.set('limit', String(pageSize))
  if (cursor) query.set('cursor', cursor)
  return `/api/activities?${query.toString().replaceAll('%2C', ',')}`
}

/** The same view with one filter set to other values; none takes it away. Starts again at the top. */
export function withFilter(view: View, name: FilterName, values: readonly string[]): View {
  const { [name]: _, ...rest } = view.filters
  return { ...view, filters: values.length ? { ...rest, [name]: [...values] } : rest, show: pageSize }
}

/** Whether anything narrows the list. */
export function isNarrowed(view: View): boolean {
  return view.q !== '' || view.asOf !== undefined || Object.keys(view.filters).length > 0
}

function listQuery(view: View): URLSearchParams {
  const query = new URLSearchParams()
  if (view.q) query.set('q', view.q)
  for (const name of filterNames) {
    const values = view.filters[name]
    if (values?.length) query.set(name, values.join(','))
  }
  if (view.sort && !view.q) query.set('sort', view.sort)
  if (view.asOf) query.set('asOf', view.asOf)
  return query
}

function list(value: string | undefined): string[] {
  return [...new Set((value ?? '').split(',').map((part) => part.trim()))].filter(Boolean)
}
