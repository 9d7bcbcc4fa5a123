import type { Kind } from '../register/kind.ts'
import type { Outline } from '../register/outline.ts'

/** How records are read that only help with the work: without secrets, numbers, links, due dates. */
export function plainOutline<T extends object>(): Pick<Outline<T>, 'secrets' | 'views' | 'due' | 'links'> {
  return {
    secrets: {},
    views: ({ newest }) => [{ set: 'main', record: newest }],
    due: () => [],
    links: () => [],
  }
}

/** What such records leave out when they are changed. */
export function plainKind<T extends object>(): Pick<Kind<T>, 'managed' | 'missing' | 'unique' | 'orgUnitId'> {
  return { managed: [], missing: () => [], unique: () => [], orgUnitId: () => undefined }
}
