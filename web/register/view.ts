import {
  addressOf as addressOfList,
  apiAddress as apiAddressOfList,
  viewOf as viewOfList,
  type ListSpec,
  type View as ListView,
} from '../lists/view.ts'

const filters = {
  state: 'codes',
  orgUnit: 'one',
  controller: 'one',
  regime: 'codes',
  sensitive: 'codes',
  role: 'codes',
  severity: 'codes',
  dueBefore: 'before',
} as const

export type FilterName = keyof typeof filters

export const filterNames = Object.keys(filters) as FilterName[]

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

/** Everything that decides what the register page shows; the address bar holds it whole. */
export type View = ListView<FilterName, ColumnName>

/** The register of processing activities as a list. */
export const registerList: ListSpec<FilterName, ColumnName> = {
  path: '/registret',
  api: '/api/activities',
  words: 'register',
  filters,
  columns: columnNames,
  usual: defaultColumns,
  asOf: true,
}

/** Reads a view from an address's query; what is unknown or malformed is left out. */
export function viewOf(query: { [name: string]: string | undefined }): View {
  return viewOfList(registerList, query)
}

/** The address of a view; what is as usual is left out. */
export function addressOf(view: View): string {
  return addressOfList(registerList, view)
}

/** What the API is asked for one page. */
export function apiAddress(view: View, cursor?: string): string {
  return apiAddressOfList(registerList, view, cursor)
}
