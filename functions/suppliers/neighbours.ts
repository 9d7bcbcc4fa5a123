import type { Store } from '../store/store.ts'
import { bindingNow, bindingThen, type Moment } from './binding.ts'
import { createFactReader, type FactReader } from './fact-reader.ts'
import type { ActivityFacts, AgreementFacts, FactKind, FactsOf } from './facts.ts'
import {
  everyIncoming,
  type Incoming,
  incomingEver,
  incomingNow,
  type IncomingPage,
  type IncomingRange,
} from './incoming.ts'
import { factsThen } from './facts-then.ts'

/** Reads what the rules over neighbours need: records by id, and who links to whom. */
export interface Neighbours {
  /** In input order; those that do not exist, and activities that are not in force, are left out. */
  many<K extends FactKind>(kind: K, ids: readonly string[]): Promise<FactsOf[K][]>
  one<K extends FactKind>(kind: K, id: string): Promise<FactsOf[K] | undefined>
  /** Agreements as they bind: of one that is being amended, what was agreed before. */
  binding(ids: readonly string[]): Promise<AgreementFacts[]>
  /** Agreements that name a supplier, or did: one that is being amended may name another. Which of them bind it, `binding` tells. */
  agreementsWith(supplierId: string): Promise<string[]>
  /** Everything that links to a record, or does by one relation, in the order of relation, kind and id. */
  incoming(kind: FactKind, id: string, rel?: string): Promise<Incoming[]>
  /** The same in pages: from `after` (as `positionOf` gives it) on, only those of a relation. */
  incomingPage(kind: FactKind, id: string, range: IncomingRange): Promise<IncomingPage>
}

/** Neighbours as they are now. */
export interface PresentNeighbours extends Neighbours {
  /** Activities as they are being worked on, whatever is in force. */
  working(ids: readonly string[]): Promise<ActivityFacts[]>
  /** One revision of a record, whole. */
  revision<K extends FactKind>(kind: K, id: string, revision: number): Promise<FactsOf[K] | undefined>
  /** Neighbours as they were at a moment in the past; links that have been taken away since are among the incoming ones. */
  at(moment: Moment): Neighbours
}

/** States of an activity that is no longer in force. */
const past = ['archived', 'ended']

/** Neighbours read from the store, the facts of each revision worked out once. */
export function createNeighbours(store: Store): PresentNeighbours {
  const reader = createFactReader(store)

  async function many<K extends FactKind>(kind: K, ids: readonly string[]): Promise<FactsOf[K][]> {
    if (kind !== 'activity') return newest(reader, kind, ids)
    const heads = await reader.heads(kind, ids)
    const inForce = heads.flatMap(({ id, registeredRevision: revision }) => (revision ? { id, revision } : []))
    const found = (await reader.read(kind, inForce)).map(({ facts }) => facts)
    return inOrder(
      ids,
      found.filter(({ state }) => !past.includes(state)),
    )
  }

  return {
    ...withPages((kind, id, range) => incomingNow(store, kind, id, range)),
    many,
    one: async (kind, id) => (await many(kind, [id]))[0],
    binding: (ids) => bindingNow(reader, ids),
    agreementsWith: (id) => agreementsWith(store, id),
    revision: async (kind, id, revision) => (await reader.read(kind, [{ id, revision }]))[0]?.facts,
    working: (ids) => newest(reader, 'activity', ids),
    at: (moment) => neighboursThen(store, reader, moment),
  }
}

function neighboursThen(store: Store, reader: FactReader, moment: Moment): Neighbours {
  const binding = (ids: readonly string[]) => bindingThen(reader, ids, moment)
  async function many<K extends FactKind>(kind: K, ids: readonly string[]): Promise<FactsOf[K][]> {
    const found = kind === 'agreement' ? await binding(ids) : await factsThen(store, reader, kind, ids, moment.time)
    return inOrder(ids, found as FactsOf[K][])
  }
  return {
    ...withPages((kind, id, range) => incomingEver(store, kind, id, range)),
    many,
    one: async (kind, id) => (await many(kind, [id]))[0],
    binding,
    agreementsWith: (id) => agreementsWith(store, id),
  }
}

async function agreementsWith(store: Store, supplierId: string): Promise<string[]> {
  const found = await everyIncoming((range) => incomingEver(store, 'supplier', supplierId, range), 'supplierId')
  return found.filter(({ kind }) => kind === 'agreement').map(({ id }) => id)
}

function withPages(incomingPage: Neighbours['incomingPage']): Pick<Neighbours, 'incoming' | 'incomingPage'> {
  return {
    incomingPage,
    incoming: (kind, id, rel) => everyIncoming((range) => incomingPage(kind, id, range), rel),
  }
}

async function newest<K extends FactKind>(reader: FactReader, kind: K, ids: readonly string[]): Promise<FactsOf[K][]> {
  const found = await reader.read(kind, await reader.heads(kind, ids))
  return inOrder(
    ids,
    found.map(({ facts }) => facts),
  )
}

function inOrder<T extends { id: string }>(ids: readonly string[], found: readonly T[]): T[] {
  const byId = new Map(found.map((one) => [one.id, one]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
