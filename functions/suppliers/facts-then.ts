import type { Kind } from '../register/kind.ts'
import { loadInForce } from '../register/read/in-force.ts'
import type { Store } from '../store/store.ts'
import type { FactHead, FactReader } from './fact-reader.ts'
import { type FactKind, factsFrom, type FactsOf } from './facts.ts'

type AnyRecord = { [field: string]: unknown }

/** Facts of records as they were in force at a time (RFC 3339 UTC); those that were not then are left out. In no promised order. */
export async function factsThen<K extends FactKind>(
  store: Store,
  reader: FactReader,
  kind: K,
  ids: readonly string[],
  time: string,
): Promise<FactsOf[K][]> {
  const heads = (await reader.heads(kind, ids)).filter(({ createdAt }) => createdAt <= time)
  const recent = await reader.read(kind, heads.flatMap(lastInForce(kind)))
  const since = recent.filter(({ at }) => at <= time).map(({ facts }) => facts)
  const settled = new Set(since.map(({ id }) => id))
  const changed = heads.filter(({ id }) => !settled.has(id))
  const earlier = await Promise.all(changed.map(({ id }) => inForceThen(store, kind, id, time)))
  return [...since.filter(({ state }) => isInForce(kind, state)), ...earlier.flat()]
}

/** The revision that has been in force longest till now: no later one has come into force. */
function lastInForce(kind: FactKind) {
  return ({ id, revision, registeredRevision }: FactHead) => {
    const last = kind === 'activity' ? registeredRevision : revision
    return last === undefined ? [] : [{ id, revision: last }]
  }
}

async function inForceThen<K extends FactKind>(store: Store, kind: K, id: string, time: string): Promise<FactsOf[K][]> {
  const asked = { name: kind, ...(kind === 'activity' && { needsRegistration: true }) } as Kind<AnyRecord>
  const record = await loadInForce(store, asked, id, time)
  if (!record) return []
  const { data, ...head } = record
  return [factsFrom(kind, { head, data } as never)]
}

/** An activity that has ended keeps its last revision, which is in force no more. */
function isInForce(kind: FactKind, state: string): boolean {
  return kind !== 'activity' || (state !== 'ended' && state !== 'archived')
}
