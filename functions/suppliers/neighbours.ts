import { keys } from '../register/keys.ts'
import type { Store } from '../store/store.ts'
import { type ActivityFacts, type FactKind, factsFrom, type FactsOf } from './facts.ts'

/** Facts kept in memory; a revision never changes, so they are never stale. */
const kept = 30_000

/** One end of a link to a record. */
export interface Incoming {
  rel: string
  kind: FactKind
  id: string
}

/** Reads what the rules over neighbours need: records by id, and who links to whom. */
export interface Neighbours {
  /** In input order; those that do not exist, and activities that are not in force, are left out. */
  many<K extends FactKind>(kind: K, ids: readonly string[]): Promise<FactsOf[K][]>
  /** Activities as they are being worked on, whatever is in force. */
  working(ids: readonly string[]): Promise<ActivityFacts[]>
  one<K extends FactKind>(kind: K, id: string): Promise<FactsOf[K] | undefined>
  /** Everything that links to a record, or does by one relation, in the order of relation, kind and id. */
  incoming(kind: FactKind, id: string, rel?: string): Promise<Incoming[]>
  /** The same in pages: from `after` (as `positionOf` gives it) on, only those of a relation. */
  incomingPage(
    kind: FactKind,
    id: string,
    range: { after?: string; limit: number; rel?: string },
  ): Promise<{ items: Incoming[]; more: boolean }>
}

/** States of an activity that is no longer in force. */
const past = ['archived', 'ended']

interface HeadBody {
  id: string
  revision: number
  registeredRevision?: number
}

/** Neighbours read from the store, the facts of each revision worked out once. */
export function createNeighbours(store: Store): Neighbours {
  const facts = new Map<string, FactsOf[FactKind]>()

  async function read<K extends FactKind>(kind: K, ids: readonly string[], newest: boolean): Promise<FactsOf[K][]> {
    const heads = await store.getMany([...new Set(ids)].map((id) => keys.head(kind, id)))
    const wanted = heads
      .map(({ body }) => body as unknown as HeadBody)
      .map((head) => ({ id: head.id, revision: newest ? head.revision : head.registeredRevision }))
      .filter((one): one is { id: string; revision: number } => one.revision !== undefined)
      .map((one) => ({ ...one, name: `${one.id}@${one.revision}` }))
    const absent = wanted.filter(({ name }) => !facts.has(name))
    for (const { body } of await store.getMany(absent.map(({ id, revision }) => keys.revision(kind, id, revision)))) {
      const { id, revision } = (body as unknown as { head: HeadBody }).head
      facts.set(`${id}@${revision}`, factsFrom(kind, body))
    }
    const byId = new Map(wanted.map(({ id, name }) => [id, facts.get(name)]))
    while (facts.size > kept) facts.delete(facts.keys().next().value as string)
    return ids.flatMap((id) => (byId.get(id) as FactsOf[K] | undefined) ?? [])
  }

  async function many<K extends FactKind>(kind: K, ids: readonly string[]): Promise<FactsOf[K][]> {
    if (kind !== 'activity') return read(kind, ids, true)
    return (await read(kind, ids, false)).filter(({ state }) => !past.includes(state))
  }

  async function incomingPage(
    kind: FactKind,
    id: string,
    { after, limit, rel }: { after?: string; limit: number; rel?: string },
  ): Promise<{ items: Incoming[]; more: boolean }> {
    const prefix = rel === undefined ? 'in#' : `in#${rel}#`
    const page = await store.query(keys.record(kind, id), { prefix, limit, ...(after && { after }) })
    return { items: page.items.map(({ sk }) => incomingAt(sk)), more: page.next !== undefined }
  }

  async function incoming(kind: FactKind, id: string, rel?: string): Promise<Incoming[]> {
    const found: Incoming[] = []
    for (;;) {
      const last = found.at(-1)
      const page = await incomingPage(kind, id, {
        limit: 1000,
        ...(rel && { rel }),
        ...(last && { after: positionOf(last) }),
      })
      found.push(...page.items)
      if (!page.more) return found
    }
  }

  return {
    many,
    working: (ids) => read('activity', ids, true),
    incoming,
    incomingPage,
    one: async (kind, id) => (await many(kind, [id]))[0],
  }
}

/** Where a link stands among those of its target. */
export function positionOf({ rel, kind, id }: Incoming): string {
  return `in#${rel}#${kind}#${id}`
}

function incomingAt(sk: string): Incoming {
  const [, rel = '', kind = '', id = ''] = sk.split('#')
  return { rel, kind: kind as FactKind, id }
}
