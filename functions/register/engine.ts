import type { Engine } from './api.ts'
import type { EngineOptions } from './core.ts'
import { list } from './list/list.ts'
import { get } from './read/get.ts'
import { diff, revisions } from './read/history.ts'
import { links } from './read/links.ts'
import { createReadingEngine } from './reading-engine.ts'

/**
 * The record engine over a store: load, decide, derive rows, commit. Every kind goes through it, and every call names its
 * caller. Errors are `RegisterError`s; see `Engine` for each operation. What only some requests need, all that changes records
 * above all, is loaded by the first of them, for the sake of a Lambda's start.
 */
export function createEngine(options: EngineOptions): Engine {
  let loaded: ReturnType<typeof loadChanges> | undefined
  const changes = () => (loaded ??= loadChanges())
  return {
    ...createReadingEngine(options),
    get: (kind, id, actor, at) => get(options, kind, id, actor, at),
    list: (kind, query, actor) => list(options, kind, query, actor),
    listTogether: async (kinds, query, actor) =>
      (await import('./list/list-together.ts')).listTogether(options, kinds, query, actor),
    revisions: (kind, id, actor, page) => revisions(options, kind, id, actor, page),
    diff: (kind, id, from, to, actor) => diff(options, kind, id, from, to, actor),
    links: (kind, id, actor) => links(options, kind, id, actor),
    comments: async (kind, id, actor, page) =>
      (await import('./change/comments.ts')).comments(options, kind, id, actor, page),
    create: async (kind, data, actor, more) => (await changes()).create(options, kind, data, actor, more),
    update: async (kind, id, revision, data, actor, why) =>
      (await changes()).update(options, kind, id, revision, data, actor, why),
    transition: async (kind, id, revision, move, actor) =>
      (await changes()).transition(options, kind, id, revision, move, actor),
    saveMany: async (kind, items, actor, more) => (await changes()).saveMany(options, kind, items, actor, more),
    comment: async (kind, id, note, actor) => (await changes()).comment(options, kind, id, note, actor),
  }
}

function loadChanges() {
  return import('./change/changes.ts')
}
