import type { Store } from '../../store/store.ts'
import { keys } from '../keys.ts'
import type { StoredHead } from '../read/load.ts'
import type { Incoming } from '../transition-rule.ts'

/** Incoming links that a guard looks at, at most. */
const incomingLimit = 500

/** The records that link to one, with their states, for guards. */
export async function incomingOf(store: Store, kind: string, id: string): Promise<Incoming[]> {
  const { items } = await store.query(keys.record(kind, id), { prefix: 'in#', limit: incomingLimit })
  const ends = items.map(({ sk, body }) => {
    const [, rel = '', from = ''] = sk.split('#')
    return { rel, kind: from, id: String(body) }
  })
  const heads = await store.getMany(ends.map((end) => keys.head(end.kind, end.id)))
  const found = new Map(heads.map((item) => [item.pk, item.body as unknown as StoredHead]))
  return ends.flatMap((end) => {
    const head = found.get(keys.record(end.kind, end.id))
    return head ? [{ ...end, state: head.state, registered: head.registeredRevision !== undefined }] : []
  })
}
