import type { Actor } from '../register/actor.ts'
import type { Engine, ListQuery } from '../register/api.ts'
import type { Kind, RecordOf } from '../register/kind.ts'

type AnyKind = Kind<any> // oxlint-disable-line typescript/no-explicit-any -- kinds of different data pass here

/** Reads many records at once, masked as the actor sees them. */
export type ReadRecords = (
  kind: AnyKind,
  ids: readonly string[],
  actor: Actor,
) => Promise<ReadonlyMap<string, RecordOf<object>>>

const pageRows = 200

/** All records that a list holds, whole and in its order, a page at a time. */
export async function* listedRecords(
  { engine, read }: { engine: Engine; read: ReadRecords },
  kind: AnyKind,
  query: ListQuery,
  actor: Actor,
): AsyncGenerator<RecordOf<object>[]> {
  for (let cursor: string | undefined; ;) {
    const page = await engine.list(kind, { ...query, limit: pageRows, ...(cursor && { cursor }) }, actor)
    const ids = page.items.map(({ id }) => id)
    const records = await read(kind, ids, actor)
    const found = ids.flatMap((id) => records.get(id) ?? [])
    if (found.length > 0) yield found
    if (!page.next) return
    cursor = page.next
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
