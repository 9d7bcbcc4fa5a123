import type { ReadingEngine } from './api.ts'
import type { EngineOptions } from './core.ts'
import { listInOrder } from './list/list-in-order.ts'

/** The part of the record engine that works on events and proofs have: whoever has no other can change no record. */
export function createReadingEngine(options: EngineOptions): ReadingEngine {
  return {
    getMany: async (kind, ids, actor) => (await import('./read/get-many.ts')).getMany(options, kind, ids, actor),
    list: (kind, query, actor) => listInOrder(options, kind, query, actor),
  }
}
