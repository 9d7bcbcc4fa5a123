import { fieldsOf } from '../fields.ts'
import { assetKinds } from '../asset.ts'
import type { AssetView } from './view.ts'

const common = ['name', 'number', 'updatedAt']
const ordered = ['text', 'code', 'number', 'date']

/** What a list may be sorted by: only one kind's list can be, by its own fields that lists show. */
export function sortsOf(kind: string | undefined): readonly string[] {
  const known = assetKinds.find(({ name }) => name === kind)
  if (!known) return []
  const own = fieldsOf(known.name).filter(
    ({ list, many, type }) => list && many === undefined && ordered.includes(type),
  )
  return [...common, ...own.map(({ name }) => name)]
}

/** The view without an order that its kind does not have. */
export function withKnownSort(view: AssetView): AssetView {
  const field = view.sort?.replace(/^-/, '')
  if (field === undefined || sortsOf(view.filters.kind?.[0]).includes(field)) return view
  const { sort: _, ...rest } = view
  return rest
}
