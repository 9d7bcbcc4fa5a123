import type { Item, Store } from '../../store/store.ts'
import { RegisterError } from '../errors.ts'
import { keys } from '../keys.ts'
import type { Kind } from '../kind.ts'
import type { Link } from '../outline.ts'
import { loadRevision, type StoredHead } from '../read/load.ts'
import type { RecordOf } from '../record.ts'
import type { Revision } from '../seal/revision.ts'
import type { Guarded } from './commit.ts'

/** Records above one another, at most. */
const deepest = 20

/** Times that a change of a record above is waited out. */
const attempts = 5

/**
 * Saves a record that must not come to stand above itself (`Kind.above`), also when several are saved at once: every record above
 * stays as it was looked at, or `commit` is tried again.
 * Throws `invalid` for a circle, and for a chain that is too long to be anything else; and what `commit` throws.
 */
export async function saveBelow<T extends object>(
  store: Store,
  kind: Kind<T>,
  before: RecordOf<T> | undefined,
  after: RecordOf<T>,
  commit: (guards: readonly Guarded[]) => Promise<void>,
): Promise<void> {
  const first = linkAbove(kind, after.data)
  if (!first || (before && linkAbove(kind, before.data)?.id === first.id)) return commit([])
  for (let attempt = 1; ; attempt++) {
    const moved = new RegisterError('busy', 'a record above has changed', { retryAfterSeconds: 1 })
    try {
      return await commit(await guardsAbove(store, kind, after.id, first, moved))
    } catch (error) {
      if (error !== moved || attempt === attempts) throw error
    }
  }
}

/** That everything above stays as it is; `moved` is thrown when it does not. */
async function guardsAbove<T extends object>(
  store: Store,
  kind: Kind<T>,
  id: string,
  first: Link,
  moved: RegisterError,
): Promise<Guarded[]> {
  const guards: Guarded[] = []
  for (let above: Link | undefined = first; above;) {
    if (above.id === id) throw refused(first, 'circle')
    if (guards.length === deepest) throw refused(first, 'too-deep')
    const key = keys.head(kind.name, above.id)
    const head: Item | undefined = await store.get(key)
    if (!head) return guards
    const { revision } = head.body as unknown as StoredHead
    guards.push({ write: { check: key, if: { version: revision } }, broken: () => moved })
    const found: Revision<T> | undefined = await loadRevision(store, kind, above.id, revision)
    above = found && linkAbove(kind, found.data)
  }
  return guards
}

function linkAbove<T extends object>(kind: Kind<T>, data: T): Link | undefined {
  return kind.above === undefined ? undefined : kind.links(data).find(({ rel }) => rel === kind.above)
}

function refused({ pointer }: Link, code: string): RegisterError {
  return new RegisterError('invalid', `${pointer} leads nowhere good`, {
    errors: [{ pointer, code, ...(code === 'too-deep' && { params: { maximum: deepest } }) }],
  })
}
