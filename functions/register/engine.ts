import type { Engine } from './api.ts'
import type { EngineOptions } from './core.ts'
import { createReadingEngine } from './reading-engine.ts'

/**
 * The record engine over a store: load, decide, derive rows, commit. Every kind goes through it, and every call names its
 * caller. Errors are `RegisterError`s; see `Engine` for each operation. What changes records is loaded by the first who changes one,
 * for the sake of a Lambda's start.
 */
export function createEngine(options: EngineOptions): Engine {
  let loaded: ReturnType<typeof loadChanges> | undefined
  const changes = () => (loaded ??= loadChanges())
  return {
    ...createReadingEngine(options),
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
  return import('./changes.ts')
}
