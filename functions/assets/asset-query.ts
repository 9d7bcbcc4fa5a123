import type { Kind } from '../register/kind.ts'
import { RegisterError } from '../register/errors.ts'
import { equipment } from './equipment.ts'
import { assetKinds } from './asset-kinds.ts'
import { assetFilters } from './listing.ts'

/** Parameters of a list, as they stand in its address. */
export interface ListParameters {
  readonly [name: string]: string | number | undefined
}

const kinds: readonly Kind<object>[] = assetKinds as unknown as readonly Kind<object>[]

/** Stands for all kinds at once where a list's parameters are described: what they have in common, and every type. */
export const anyAsset: Kind<object> = {
  ...(equipment as unknown as Kind<object>),
  name: 'asset',
  filters: assetFilters(kinds.flatMap((kind) => kind.filters['type']?.values ?? [])),
  sorts: [...new Set(kinds.flatMap((kind) => kind.sorts))],
}

/**
 * The kinds that a list is of: the one named, or those that have the types asked for. Throws `malformed` when types of several
 * kinds are mixed, and when several kinds are to be sorted.
 */
export function askedKinds({ kind, type, sort }: ListParameters): readonly Kind<object>[] {
  const wanted = type === undefined ? [] : String(type).split(',')
  const found = kinds
    .filter(({ name }) => kind === undefined || name === kind)
    .filter(({ filters }) => wanted.every((one) => filters['type']?.values?.includes(one)))
  if (found.length === 0)
    throw new RegisterError('malformed', 'types of several kinds', { reason: 'query-value', params: { name: 'type' } })
  const one = found[0]
  if (sort !== undefined && (found.length > 1 || !one?.sorts.includes(String(sort).replace(/^-/, ''))))
    throw new RegisterError('malformed', 'no such sort', { reason: 'sort-unknown' })
  return found
}
