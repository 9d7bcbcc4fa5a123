import type { Store } from '../../store/store.ts'
import { keys, keyText } from '../keys.ts'
import type { Kind } from '../kind.ts'
import type { Snapshot } from '../record.ts'
import { recordAt, type Revision } from '../seal/revision.ts'
import { formerLinks, type Row } from './rows.ts'

const pageSize = 200

/** The rows of every link that a record has had and that was taken away, from its whole history, oldest revision first. */
export function formerRows<T extends object>(kind: Kind<T>, history: readonly Revision<T>[]): Row[] {
  if (!kind.rememberedLinks) return []
  const rows = history
    .slice(1)
    .flatMap((_, at) => formerLinks(kind, snapshotAt(history, at), snapshotAt(history, at + 1)))
  return [...new Map(rows.map((row) => [keyText(row), row])).values()]
}

/** The same, read from the store. */
export async function storedFormerRows<T extends object>(store: Store, kind: Kind<T>, id: string): Promise<Row[]> {
  if (!kind.rememberedLinks) return []
  const history: Revision<T>[] = []
  for (let after: string | undefined; ;) {
    const range = { prefix: 'rev#', limit: pageSize, ...(after && { after }) }
    const page = await store.query(keys.record(kind.name, id), range)
    history.push(...page.items.map(({ body }) => body as unknown as Revision<T>))
    if (!page.next) return formerRows(kind, history)
    after = page.next
  }
}

function snapshotAt<T extends object>(history: readonly Revision<T>[], at: number): Snapshot<T> {
  const newest = history[at] as Revision<T>
  const registered = newest.head.registeredRevision && history[newest.head.registeredRevision - 1]
  return { newest: recordAt(newest), ...(registered && { registered: recordAt(registered) }) }
}
