import { ConditionFailed, limits, type Item, type Store, type Write } from '../../store/store.ts'
import { sameJson } from '../canonical.ts'
import { keys, keyText } from '../keys.ts'
import type { Kind } from '../kind.ts'
import { load, type Loaded, type StoredHead } from '../read/load.ts'
import { withoutSecrets } from '../read/mask.ts'
import type { RecordOf } from '../record.ts'
import { everything, isDerived, isStray } from './derived-rows.ts'
import { storedFormerRows } from './former-links.ts'
import { rowsOf, type Row } from './rows.ts'

/** How many records were looked at, and what was put right. */
export interface Rebuilt {
  records: number
  put: number
  deleted: number
  /** Keys of unique values that could not be put, since another record holds them. */
  taken: string[]
}

const tries = 5

/**
 * Derives every row anew from its record and puts right what differs: after a release whose kinds list or index their records
 * otherwise. History is not touched. A running server may change records meanwhile; its rows are then its own.
 */
export async function rebuildRows(
  store: Store,
  kinds: readonly Kind<object>[],
  newToken: () => string,
): Promise<Rebuilt> {
  const rebuilt: Rebuilt = { records: 0, put: 0, deleted: 0, taken: [] }
  for await (const { pk, sk } of everything(store)) {
    const [name, id = ''] = pk.split('#')
    const kind = kinds.find((one) => one.name === name)
    if (!kind || sk !== 'head') continue
    rebuilt.records++
    await putRows(store, kind, id, newToken, rebuilt)
  }
  for await (const item of everything(store)) {
    if (!isDerived(item) || !(await isStray(store, kinds, item))) continue
    await store.commit([{ delete: { pk: item.pk, sk: item.sk } }], newToken())
    rebuilt.deleted++
  }
  return rebuilt
}

/** Puts the rows that a record lacks or that say something else, on condition that it does not change meanwhile. */
async function putRows(
  store: Store,
  kind: Kind<object>,
  id: string,
  newToken: () => string,
  rebuilt: Rebuilt,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { snapshot } = (await load(store, kind, id)) as Loaded<object>
    const former = snapshot.newest.revision > 1 ? await storedFormerRows(store, kind, id) : []
    const { rows, taken } = await differing(store, [...rowsOf(kind, snapshot), ...former])
    const head = await headWrite(store, kind, snapshot.newest)
    try {
      for (let from = 0; from < rows.length || (from === 0 && 'put' in head); from += limits.writesPerCommit - 1) {
        const some = rows.slice(from, from + limits.writesPerCommit - 1)
        await store.commit([head, ...some.map(writeOf)], newToken())
        rebuilt.put += some.length
      }
      rebuilt.taken.push(...taken)
      return
    } catch (error) {
      if (!(error instanceof ConditionFailed) || attempt === tries) throw error
    }
  }
}

/** What makes sure that the record has not changed, and puts right what links call it, which the head says. */
async function headWrite<T extends object>(store: Store, kind: Kind<T>, newest: RecordOf<T>): Promise<Write> {
  const key = keys.head(kind.name, newest.id)
  const item = (await store.get(key)) as Item
  const head = item.body as unknown as StoredHead
  const title = kind.sortName(withoutSecrets(kind, newest))
  const unchanged = { version: newest.revision }
  if (head.title === title) return { check: key, if: unchanged }
  return { put: { ...item, body: { ...head, title } as unknown as Item['body'] }, if: unchanged }
}

/** The rows that are not stored as they should be; those of unique values that another record holds are only named. */
async function differing(store: Store, rows: readonly Row[]): Promise<{ rows: Row[]; taken: string[] }> {
  const bodies = new Map((await store.getMany(rows)).map((item) => [keyText(item), item.body]))
  const wrong = rows.filter((row) => !sameJson(bodies.get(keyText(row)), row.body))
  const isTaken = (row: Row): boolean => !!row.unique && bodies.has(keyText(row))
  return { rows: wrong.filter((row) => !isTaken(row)), taken: wrong.filter(isTaken).map(({ pk }) => pk) }
}

function writeOf({ unique, ...put }: Row): Write {
  return unique ? { put, if: 'absent' } : { put }
}
