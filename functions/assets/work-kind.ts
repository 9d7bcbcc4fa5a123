import type { Kind } from '../register/kind.ts'

type Plain<T extends object> = Pick<
  Kind<T>,
  'managed' | 'secrets' | 'missing' | 'views' | 'due' | 'exact' | 'links' | 'unique' | 'orgUnitId'
>

/** What records that only help with the work leave out: secrets, numbers, links, due dates. */
export function plainKind<T extends object>(): Plain<T> {
  return {
    managed: [],
    secrets: {},
    missing: () => [],
    views: ({ newest }) => [{ set: 'main', record: newest }],
    due: () => [],
    exact: () => [],
    links: () => [],
    unique: () => [],
    orgUnitId: () => undefined,
  }
}
