import type { Item, Key, Store } from '../../store/store.ts'
import { RegisterError } from '../errors.ts'
import { keys, keyText } from '../keys.ts'
import type { Link } from '../outline.ts'
import type { StoredHead } from '../read/load.ts'

/** Where the heads of records linked to are read. */
export type Heads = Pick<Store, 'getMany'>

/** Reads each head once, for the saves of many records that link to the same ones; also when they ask at the same time. */
export function rememberHeads(store: Store): Heads {
  const known = new Map<string, Promise<Item | undefined>>()
  const read = (wanted: readonly Key[]): void => {
    const found = store.getMany(wanted).then((items) => new Map(items.map((item) => [keyText(item), item])))
    for (const name of wanted.map(keyText)) {
      const head = found.then((items) => items.get(name))
      head.catch(() => known.delete(name))
      known.set(name, head)
    }
  }
  return {
    async getMany(wanted) {
      const unknown = wanted.filter((key) => !known.has(keyText(key)))
      if (unknown.length > 0) read(unknown)
      const heads = await Promise.all(wanted.flatMap((key) => known.get(keyText(key)) ?? []))
      return heads.filter((head) => head !== undefined)
    },
  }
}

/**
 * The names of all records linked to, by id; those that are only read (org units, people) are looked up but not named.
 * Throws `invalid` with a pointer for each link that leads nowhere.
 */
export async function namesOf(store: Heads, links: readonly Link[]): Promise<{ [id: string]: string } | undefined> {
  if (links.length === 0) return undefined
  const heads = await store.getMany(links.map((link) => keys.head(link.kind, link.id)))
  const found = new Map(heads.map((item) => [item.pk, item.body as unknown as StoredHead]))
  const dangling = links.filter((link) => !found.has(keys.record(link.kind, link.id)))
  if (dangling.length > 0) {
    throw new RegisterError('invalid', 'a reference leads nowhere', {
      errors: dangling.map((link) => ({ pointer: link.pointer, code: 'dangling-reference' })),
    })
  }
  const named = links.filter((link) => link.checked)
  if (named.length === 0) return undefined
  return Object.fromEntries(
    named.map((link) => [link.id, (found.get(keys.record(link.kind, link.id)) as StoredHead).title]),
  )
}

/** The state of each record linked to, by id; those that do not exist are left out. */
export async function statesOf(store: Store, links: readonly Link[]): Promise<{ [id: string]: string }> {
  const heads = await store.getMany(links.map((link) => keys.head(link.kind, link.id)))
  return Object.fromEntries(heads.map(({ body }) => body as unknown as StoredHead).map(({ id, state }) => [id, state]))
}
