import type { Page, Store, Write } from '../../functions/store/store.ts'

/** Stores with one planted fault each, to show that the model would find it. */
export const plantedStores: { [fault: string]: (store: Store) => Store } = {
  'forgets its conditions': withoutConditions,
  'forgets deletes': (store) => changedCommit(store, (writes) => writes.filter((write) => !('delete' in write))),
  'loses the last write of a long commit': (store) =>
    changedCommit(store, (writes) => (writes.length > 8 ? writes.slice(0, -1) : writes)),
  'skips the first item of a following page': (store) =>
    changedQuery(store, (page, after) => (after ? { ...page, items: page.items.slice(1) } : page)),
  'answers from a moment ago': staleReads,
}

/** Every write happens, whatever stands there. */
export function withoutConditions(store: Store): Store {
  return changedCommit(store, (writes) =>
    writes.flatMap((write): Write[] => {
      if ('check' in write) return []
      return 'put' in write ? [{ put: write.put }] : [{ delete: write.delete }]
    }),
  )
}

function changedCommit(store: Store, change: (writes: readonly Write[]) => readonly Write[]): Store {
  return {
    ...store,
    async commit(writes, token) {
      const left = change(writes)
      if (left.length > 0) await store.commit(left, token)
    },
  }
}

function changedQuery(store: Store, change: (page: Page, after?: string) => Page): Store {
  return { ...store, query: async (pk, range) => change(await store.query(pk, range), range?.after) }
}

function staleReads(store: Store): Store {
  const known = new Map<string, Awaited<ReturnType<Store['get']>>>()
  return {
    ...store,
    async get(key) {
      const name = `${key.pk} ${key.sk}`
      const before = known.get(name)
      known.set(name, await store.get(key))
      return before ?? known.get(name)
    },
  }
}
