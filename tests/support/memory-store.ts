import type { Item, Key, Range, Store } from '../../functions/store/store.ts'

/** Reads of a store over items in memory, for tests that need a thousand registers; it cannot be written to. */
export function memoryStore(items: readonly Item[]): Store {
  const byKey = new Map(items.map((item) => [`${item.pk}\n${item.sk}`, item]))
  const partitions = new Map<string, Item[]>()
  for (const item of byKey.values()) partitions.set(item.pk, [...(partitions.get(item.pk) ?? []), item])
  for (const rows of partitions.values()) rows.sort((a, b) => Buffer.compare(Buffer.from(a.sk), Buffer.from(b.sk)))
  const get = (key: Key) => byKey.get(`${key.pk}\n${key.sk}`)
  return {
    get: async (key) => get(key),
    getMany: async (keys) => keys.flatMap((key) => get(key) ?? []),
    query: async (pk, { prefix = '', after, before, limit = 250, reverse }: Range = {}) => {
      const rows = (partitions.get(pk) ?? []).filter(
        ({ sk }) =>
          sk.startsWith(prefix) && (after === undefined || sk > after) && (before === undefined || sk < before),
      )
      const found = (reverse ? rows.toReversed() : rows).slice(0, limit)
      return { items: found, ...(rows.length > limit && { next: found.at(-1)!.sk }) }
    },
    scan: async () => ({ items: [...byKey.values()] }),
    commit: async () => {
      throw new Error('read only')
    },
    close: async () => {},
  }
}
