import type { Actor } from '../register/actor.ts'
import type { Engine, ListQuery } from '../register/api.ts'
import type { Kind } from '../register/kind.ts'
import type { RecordOf } from '../register/record.ts'

type AnyKind = Kind<any> // oxlint-disable-line typescript/no-explicit-any -- kinds of different data pass here

/** Reads many records at once, masked as the actor sees them. */
export type ReadRecords = (
  kind: AnyKind,
  ids: readonly string[],
  actor: Actor,
) => Promise<ReadonlyMap<string, RecordOf<object>>>

const pageRows = 200

/** Records of a list, and where to go on behind them; absent at its end. */
export interface RecordsPage {
  records: RecordOf<object>[]
  next?: string
}

/** All records that a list holds, whole and in its order, a page at a time. */
export async function* listedRecords(
  reading: { engine: Engine; read: ReadRecords },
  kind: AnyKind,
  query: ListQuery,
  actor: Actor,
): AsyncGenerator<RecordOf<object>[]> {
  for await (const { records } of recordPages(reading, kind, query, actor)) if (records.length > 0) yield records
}

/** As `listedRecords`, from the query's cursor on, for who may have to stop and go on later. */
export async function* recordPages(
  { engine, read }: { engine: Engine; read: ReadRecords },
  kind: AnyKind,
  query: ListQuery,
  actor: Actor,
): AsyncGenerator<RecordsPage> {
  for (let { cursor } = query; ;) {
    const { items, next } = await engine.list(kind, { ...query, limit: pageRows, ...(cursor && { cursor }) }, actor)
    const ids = items.map(({ id }) => id)
    const found = await read(kind, ids, actor)
    yield { records: ids.flatMap((id) => found.get(id) ?? []), ...(next && { next }) }
    if (!next) return
    cursor = next
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Whether a list holds more rows than that. */
export async function holdsMoreThan(
  engine: Engine,
  kind: AnyKind,
  query: ListQuery,
  most: number,
  actor: Actor,
): Promise<boolean> {
  let count = 0
  for (let cursor: string | undefined; ;) {
    const page = await engine.list(kind, { ...query, limit: 1000, ...(cursor && { cursor }) }, actor)
    count += page.items.length
    if (count > most) return true
    if (!page.next) return false
    cursor = page.next
  }
}
