import { createHash, randomBytes } from 'node:crypto'
import { openEmbeddedStore } from '../../../functions/store/embedded.ts'
import type { Store } from '../../../functions/store/store.ts'
import type { Actor } from '../../../functions/register/actor.ts'
import type { Engine, ListPage, ListQuery, Shown, Summary } from '../../../functions/register/api.ts'
import { createEngine } from '../../../functions/register/engine.ts'
import type { EngineOptions } from '../../../functions/register/core.ts'
import { createUlids } from '../../../functions/ulid.ts'
import { makeTemporaryDirectory } from '../../support/temporary-directory.ts'
import { editor, paper, type Paper } from './paper.ts'

/** SHA-256 in hex, as the product has it. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** An engine for papers over an embedded store in a directory of its own, with a clock that stands until it is set. */
export interface Library {
  store: Store
  engine: Engine
  options: EngineOptions
  /** Sets the clock (RFC 3339). */
  at(time: string): void
  add(data: Paper, actor?: Actor): Promise<Shown<Paper>>
  /** Creates and files in one. */
  file(data: Paper): Promise<Shown<Paper>>
  change(id: string, data: Paper, actor?: Actor): Promise<Shown<Paper>>
  move(id: string, transition: string, actor?: Actor, data?: unknown): Promise<Shown<Paper>>
  /** Every page of a list, one after the other. */
  pages(query: ListQuery, actor: Actor): Promise<Summary[][]>
  close(): Promise<void>
}

/** @param over puts another store before the one on disk */
export function openLibrary(over: (store: Store) => Store = (store) => store): Library {
  const directory = makeTemporaryDirectory()
  const disk = openEmbeddedStore({ dir: directory.path })
  const store = over(disk)
  let nowMs = Date.parse('2026-11-21T10:00:00Z')
  const options: EngineOptions = {
    store,
    kinds: [paper],
    now: () => new Date(nowMs).toISOString(),
    newId: createUlids(() => nowMs, randomBytes),
    salt: () => randomBytes(12).toString('base64url'),
    sha256,
  }
  const engine = createEngine(options)
  const revisionOf = async (id: string) => (await disk.get({ pk: `paper#${id}`, sk: 'head' }))?.version ?? 0
  const library: Library = {
    store,
    engine,
    options,
    at(time) {
      nowMs = Date.parse(time)
    },
    add: (data, actor = editor) => engine.create(paper, data, actor),
    async file(data) {
      const { record } = await library.add(data)
      return library.move(record.id, 'file')
    },
    change: async (id, data, actor = editor) => engine.update(paper, id, await revisionOf(id), data, actor),
    move: async (id, transition, actor = editor, data) =>
      engine.transition(paper, id, await revisionOf(id), { transition, ...(data !== undefined && { data }) }, actor),
    async pages(query, actor) {
      const pages: Summary[][] = []
      for (let cursor: string | undefined; ;) {
        const page: ListPage = await engine.list(paper, { ...query, ...(cursor && { cursor }) }, actor)
        pages.push(page.items)
        if (!page.next || pages.length > 2000) return pages
        cursor = page.next
      }
    },
    async close() {
      await disk.close()
      directory.remove()
    },
  }
  return library
}
