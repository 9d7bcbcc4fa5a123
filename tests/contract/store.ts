import { describe } from 'vitest'
import type { Meter } from '../../functions/store/meter.ts'
import type { Item, Json, Key, Range, Store } from '../../functions/store/store.ts'

/** An adapter under test: every `open` is a fresh and empty store. */
export interface Adapter {
  name: string
  /** False when this machine cannot run it. */
  available: boolean
  open(meter?: Meter): Promise<Store>
}

/** One part of the suite that every adapter passes alike. */
export function describeStore(adapter: Adapter, topic: string, tests: (open: Adapter['open']) => void): void {
  describe.skipIf(!adapter.available)(`${adapter.name} store: ${topic}`, () => {
    tests(adapter.open)
  })
}

/** A token that has not been used before. */
export function newToken(): string {
  return crypto.randomUUID()
}

export function item(pk: string, sk: string, body: Json = null, version?: number): Item {
  return { pk, sk, body, ...(version === undefined ? {} : { version }) }
}

/** Puts items without conditions, a hundred a commit. */
export async function putAll(store: Store, items: readonly Item[]): Promise<void> {
  for (let from = 0; from < items.length; from += 100) {
    const writes = items.slice(from, from + 100).map((put) => ({ put }))
    await store.commit(writes, newToken())
  }
}

/** Follows `next` until there is none. */
export async function sortKeys(store: Store, pk: string, range: Range = {}): Promise<string[]> {
  const keys: string[] = []
  for (let position = range; ;) {
    const { items, next } = await store.query(pk, position)
    keys.push(...items.map((found) => found.sk))
    if (next === undefined) return keys
    position = range.reverse ? { ...range, before: next } : { ...range, after: next }
  }
}

export async function scanAll(store: Store): Promise<Item[]> {
  const items: Item[] = []
  for (let after: string | undefined; ;) {
    const page = await store.scan(after)
    items.push(...page.items)
    if (page.next === undefined) return items
    after = page.next
  }
}

export const nowhere: Key = { pk: 'nowhere', sk: 'nothing' }
