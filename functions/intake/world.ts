import type { Actor } from '../register/actor.ts'
import type { Engine, Summary } from '../register/api.ts'
import type { Outline } from '../register/outline.ts'
import { fold } from './read/fold.ts'
import type { Parsed, World } from './target.ts'

/** A world that learns what the next rows need. */
export interface Names extends World {
  /** Learns the records of these kinds that are few enough to be held: units, people, suppliers, applications. */
  load(kinds: Iterable<string>): Promise<void>
  /** Learns what texts of a kind that is not held stand for. */
  learn(kind: string, texts: readonly string[]): Promise<void>
  /** Learns the names of records by their ids. */
  learnIds(kind: string, ids: readonly string[]): Promise<void>
  /** The names of a kind that is held whole, to suggest from. */
  names(kind: string): string[]
  /** Ids of the records of a held kind that go by a name or number. */
  idsOf(kind: string, text: string): string[]
}

/** Kinds that are held whole, and by which keys of their summaries they are known besides their names. */
const held: { readonly [kind: string]: readonly string[] } = {
  orgUnit: [],
  person: ['userId'],
  supplier: ['orgNumber', 'tradeNames', 'otherNames'],
  application: [],
}

interface Known {
  id: string
  name: string
  /** What stands in brackets after the name: what makes it certain. */
  key?: string
}

interface Shelf {
  byText: Map<string, Set<string>>
  byId: Map<string, Known>
  whole: boolean
}

/** Names of the register's records, as the actor sees them. */
export function createNames(
  { engine, kinds }: { engine: Engine; kinds: readonly Outline<object>[] },
  actor: Actor,
): Names {
  const shelves = new Map<string, Shelf>()
  const shelf = (kind: string): Shelf => {
    const found = shelves.get(kind) ?? { byText: new Map(), byId: new Map(), whole: false }
    shelves.set(kind, found)
    return found
  }
  const kindOf = (name: string) => kinds.find((kind) => kind.name === name)

  function keep(kind: string, { id, number, state, data }: Summary): void {
    const { byText, byId } = shelf(kind)
    const name = String(data['name'] ?? data['displayName'] ?? number ?? id)
    const key = number ?? (data['userId'] as string | undefined)
    byId.set(id, { id, name, ...(key && key !== name && { key }) })
    if (state === 'ended' || state === 'disposed') return
    const keys = (held[kind] ?? []).flatMap((member) => data[member] as string | string[] | undefined)
    for (const text of new Set([id, name, number, ...keys].filter((word) => word !== undefined).map(fold)))
      byText.set(text, (byText.get(text) ?? new Set()).add(id))
  }

  async function loadWhole(name: string): Promise<void> {
    const kind = kindOf(name)
    if (!kind || shelf(name).whole) return
    shelf(name).whole = true
    let cursor: string | undefined
    do {
      const page = await engine.list(kind, { limit: 200, ...(cursor && { cursor }) }, actor)
      for (const item of page.items) keep(name, item)
      cursor = page.next
    } while (cursor)
    if (name === 'orgUnit') nameUnits(shelf(name), actor)
  }

  async function learnIds(name: string, ids: readonly string[]): Promise<void> {
    const kind = kindOf(name)
    const wanted = [...new Set(ids)].filter((id) => !shelf(name).byId.has(id))
    if (!kind) return
    for (let at = 0; at < wanted.length; at += 100) {
      const page = await engine.list(kind, { ids: wanted.slice(at, at + 100), limit: 100 }, actor)
      for (const item of page.items) keep(name, item)
    }
  }

  return {
    find: (kind, text) => findIn(shelf(kind), kind, text),
    name(kind, id) {
      const known = shelf(kind).byId.get(id)
      if (!known) return id
      return known.key ? `${known.name} (${known.key})` : known.name
    },
    async load(names) {
      for (const name of names) if (name in held) await loadWhole(name)
    },
    async learn(name, texts) {
      const kind = kindOf(name)
      if (!kind || name in held) return
      const { byText } = shelf(name)
      for (const text of new Set(texts.map(certain))) {
        if (byText.has(fold(text))) continue
        const page = await engine.list(kind, { q: text, limit: 5 }, actor)
        for (const item of page.items) if (item.number === text || item.id === text) keep(name, item)
      }
    },
    learnIds,
    idsOf: (kind, text) => [...(shelf(kind).byText.get(fold(text)) ?? [])],
    names: (kind) => (kind in held ? [...shelf(kind).byId.values()].map(({ name }) => name) : []),
  }
}

/** What makes a name certain: what stands in brackets after it, else all of it. */
function certain(text: string): string {
  return /\(([^()]+)\)$/.exec(text.trim())?.[1] ?? text.trim()
}

function findIn({ byText }: Shelf, kind: string, text: string): Parsed {
  const whole = byText.get(fold(text))
  const hits = whole ?? byText.get(fold(certain(text)))
  if (!hits || hits.size === 0) return { fault: { code: `unknown-${kind}`, unknown: text } }
  if (hits.size > 1) return { fault: { code: 'several-names', params: { count: hits.size }, unknown: text } }
  return { value: [...hits][0] }
}

/** A unit whose name stands twice is named with the unit above it; paths from above are understood too. */
function nameUnits({ byText, byId }: Shelf, { tree }: Actor): void {
  for (const [id, known] of byId) {
    const [, ...above] = tree.path(id).map((unit) => tree.node(unit)?.name ?? '')
    const upper = above[0]
    if (!upper) continue
    for (const text of [
      `${known.name} (${upper})`,
      `${upper} / ${known.name}`,
      [...above.toReversed(), known.name].join(' / '),
    ])
      byText.set(fold(text), (byText.get(fold(text)) ?? new Set()).add(id))
    if ((byText.get(fold(known.name))?.size ?? 0) > 1) byId.set(id, { ...known, key: upper })
  }
}
