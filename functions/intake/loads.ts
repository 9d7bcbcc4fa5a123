import { createHash } from 'node:crypto'
import { ConditionFailed, type Item, type Store } from '../store/store.ts'

/** What a full load came to. */
export interface LoadResult {
  source: string
  load: string
  completedAt: string
  /** How many keys it named. */
  named: number
  /** The full load before it that counted. */
  previous?: number
  /** Too few were named: nothing is queued, and the load does not count. */
  held: boolean
  /** Records queued to be looked at, and records that are seen again. */
  unseen: number
  seenAgain: number
}

/** How far the end of a full load has come, when it takes longer than a process may run. */
export interface LoadPlace {
  /** The kind of record that is being looked through, and behind which of them. */
  kind: string
  after?: string
  unseen: number
  seenAgain: number
}

/** What each load of each source has named, and how the loads ended. Kept beside the records, so that a load makes no revision. */
export interface Loads {
  /** Lists a source among those that have sent anything. */
  know(source: string): Promise<void>
  /** `part` names a piece of the load, so that the same piece sent again counts once. */
  name(source: string, load: string, part: string, keys: readonly string[]): Promise<void>
  /** Every key that a load has named. */
  named(source: string, load: string): Promise<Set<string>>
  /** Ended loads that count, the newest first. */
  counted(source: string, most: number): Promise<LoadResult[]>
  ended(source: string, load: string): Promise<LoadResult | undefined>
  end(result: LoadResult): Promise<void>
  place(source: string, load: string): Promise<LoadPlace | undefined>
  keepPlace(source: string, load: string, place: LoadPlace): Promise<void>
  sources(): Promise<string[]>
}

const keptDays = 400
/** Where the sources are listed; no source has this name. */
const allSources = 'loads##'

/** Loads as plain items of a store; `newToken` is at most 36 characters. */
export function createLoads(store: Store, newToken: () => string, now: () => string): Loads {
  const known = new Set<string>()
  const partition = (source: string, load: string) => `load#${source}#${load}`
  const put = async (item: Item) => {
    const expiresAt = Math.floor(Date.parse(now()) / 1000) + keptDays * 24 * 60 * 60
    await store.commit([{ put: { ...item, expiresAt } }], newToken())
  }
  const placeKey = (source: string, load: string) => ({ pk: `loads##${source}`, sk: load })
  const know = async (source: string) => {
    if (known.has(source)) return
    known.add(source)
    await store
      .commit([{ put: { pk: allSources, sk: source, body: source }, if: 'absent' }], newToken())
      .catch(unlessThere)
  }
  const results = async (source: string): Promise<LoadResult[]> => {
    const page = await store.query(`loads#${source}`, { reverse: true, limit: 100 })
    return page.items.map(({ body }) => body as unknown as LoadResult)
  }

  return {
    async name(source, load, part, keys) {
      if (keys.length === 0) return
      const sk = createHash('sha256').update(part).digest('hex').slice(0, 32)
      await put({ pk: partition(source, load), sk, body: [...keys] })
      await know(source)
    },
    know,
    async named(source, load) {
      const keys = new Set<string>()
      for (let after: string | undefined; ;) {
        const page = await store.query(partition(source, load), { limit: 100, ...(after && { after }) })
        for (const { body } of page.items) for (const key of body as string[]) keys.add(key)
        if (!page.next) return keys
        after = page.next
      }
    },
    counted: async (source, most) => (await results(source)).filter(({ held }) => !held).slice(0, most),
    ended: async (source, load) => (await results(source)).find((result) => result.load === load),
    async end(result) {
      await put({ pk: `loads#${result.source}`, sk: `${result.completedAt}#${result.load}`, body: { ...result } })
    },
    place: async (source, load) => (await store.get(placeKey(source, load)))?.body as LoadPlace | undefined,
    keepPlace: (source, load, place) => put({ ...placeKey(source, load), body: { ...place } }),
    sources: async () => (await store.query(allSources, { limit: 1000 })).items.map(({ sk }) => sk),
  }
}

function unlessThere(error: unknown): void {
  if (!(error instanceof ConditionFailed)) throw error
}
