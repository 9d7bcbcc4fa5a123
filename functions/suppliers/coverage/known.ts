import type { FactKind, FactsOf } from '../facts.ts'
import type { Neighbours } from '../neighbours.ts'

/** Facts that each are read once a request. */
export interface Known {
  /** In input order; what is not there, or not in force, is left out. Agreements as they bind. */
  read<K extends FactKind>(kind: K, ids: readonly string[]): Promise<FactsOf[K][]>
}

/** Remembers for one request what neighbours have been read. */
export function rememberFacts(neighbours: Neighbours): Known {
  const known = new Map<string, FactsOf[FactKind] | undefined>()
  return {
    async read<K extends FactKind>(kind: K, ids: readonly string[]) {
      const absent = ids.filter((id) => !known.has(id))
      if (absent.length > 0) {
        const read = kind === 'agreement' ? neighbours.binding(absent) : neighbours.many(kind, absent)
        const found = new Map((await read).map((one) => [one.id, one]))
        for (const id of absent) known.set(id, found.get(id))
      }
      return ids.flatMap((id) => (known.get(id) as FactsOf[K] | undefined) ?? [])
    },
  }
}
