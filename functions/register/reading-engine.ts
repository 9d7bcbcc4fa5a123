import type { ReadingEngine } from './api.ts'
import type { EngineOptions } from './core.ts'
import { get } from './get.ts'
import { diff, revisions } from './history.ts'
import { links } from './links.ts'
import { list } from './list.ts'

/** The half of the record engine that reads: whoever has no other can change no record. What only some requests need is loaded by the first. */
export function createReadingEngine(options: EngineOptions): ReadingEngine {
  return {
    get: (kind, id, actor, at) => get(options, kind, id, actor, at),
    getMany: async (kind, ids, actor) => (await import('./get-many.ts')).getMany(options, kind, ids, actor),
    list: (kind, query, actor) => list(options, kind, query, actor),
    listTogether: async (kinds, query, actor) =>
      (await import('./list-together.ts')).listTogether(options, kinds, query, actor),
    revisions: (kind, id, actor, page) => revisions(options, kind, id, actor, page),
    diff: (kind, id, from, to, actor) => diff(options, kind, id, from, to, actor),
    comments: async (kind, id, actor, page) => (await import('./comments.ts')).comments(options, kind, id, actor, page),
    links: (kind, id, actor) => links(options, kind, id, actor),
  }
}
