import type { Item, Store } from '../../store/store.ts'
import { idAt, keyText } from '../keys.ts'
import type { Kind } from '../kind.ts'
import { load } from '../read/load.ts'
import { storedFormerRows } from './former-links.ts'
import { rowsOf } from './rows.ts'

/** Beginnings of partitions that hold nothing but derived rows. */
const derived = ['list#', 'word#', 'exact#', 'secretexact#', 'due#', 'unique#']

/** Whether an item follows from some record: a list, word, exact, due or unique row, or a link's other end. */
export function isDerived({ pk, sk }: Item): boolean {
  return derived.some((start) => pk.startsWith(start)) || /^(in|was)#/.test(sk)
}

/** Whether a row stands although its record, as it is now, does not give it: a running server may have changed both since. */
export async function isStray(store: Store, kinds: readonly Kind<object>[], { pk, sk, body }: Item): Promise<boolean> {
  const id = pk.startsWith('unique#') ? String(body) : idAt(sk)
  const kind = kinds.find(({ prefix }) => id.startsWith(`${prefix}_`))
  const owner = kind && (await load(store, kind, id).catch(() => undefined))
  const rows = owner
    ? sk.startsWith('was#')
      ? await storedFormerRows(store, kind, id)
      : rowsOf(kind, owner.snapshot)
    : []
  return !rows.some((row) => keyText(row) === keyText({ pk, sk })) && (await store.get({ pk, sk })) !== undefined
}

/** Everything that a store holds, in no promised order. */
export async function* everything(store: Store): AsyncGenerator<Item> {
  for (let after: string | undefined; ;) {
    const page = await store.scan(after)
    yield* page.items
    if (!page.next) return
    after = page.next
  }
}
