import { ConditionFailed, type Item, type Key, type Store, type Write } from '../../functions/store/store.ts'

/** A fresh, empty store within another: everything stands under partition keys that begin with `name`. */
export function namespaceStore(store: Store, name: string): Store {
  const within = <T extends Key>(key: T): T => ({ ...key, pk: `${name}/${key.pk}` })
  const outside = (item: Item): Item => ({ ...item, pk: item.pk.slice(name.length + 1) })
  const move = (write: Write): Write => {
    if ('put' in write) return { ...write, put: within(write.put) }
    return 'delete' in write ? { ...write, delete: within(write.delete) } : { ...write, check: within(write.check) }
  }
  return {
    async get(key) {
      const item = await store.get(within(key))
      return item && outside(item)
    },
    getMany: async (keys) => (await store.getMany(keys.map(within))).map(outside),
    async query(pk, range) {
      const page = await store.query(`${name}/${pk}`, range)
      return { ...page, items: page.items.map(outside) }
    },
    async scan() {
      throw new Error('a namespace is not scanned')
    },
    async commit(writes, token) {
      try {
        await store.commit(writes.map(move), token)
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error
        throw new ConditionFailed(error.index, error.current && outside(error.current))
      }
    },
    close: async () => {},
  }
}
