import type { ActivityData } from '../../../../functions/processing/data.ts'
import type { ActivityRecord } from '../../../../web/api/activities.ts'
import { Problem } from '../../../../web/api/problem.ts'
import type { DraftDeps } from '../../../../web/notification/draft.ts'
import type { Stashed } from '../../../../web/notification/stash.ts'

export interface DraftWorld {
  deps: DraftDeps
  server: ReturnType<typeof createServer>
  stashed(): Stashed | undefined
  /** Lets what was put off happen, and everything that follows from it. */
  passTime(): Promise<void>
}

/** A server with one record and If-Match, a clock that stands still and a browser's storage, for tests of the draft. */
export function draftWorld(rules: { wrong?: (data: ActivityData) => string[] } = {}): DraftWorld {
  const server = createServer()
  const kept = new Map<string, Stashed>()
  const put = new Set<() => void>()
  let keys = 0
  return {
    server,
    stashed: () => [...kept.values()][0],
    async passTime() {
      const due = [...put]
      put.clear()
      for (const run of due) run()
      for (let i = 0; i < 60; i++) await Promise.resolve()
    },
    deps: {
      create: server.create,
      update: server.update,
      read: async () => server.record(),
      later(_, run) {
        put.add(run)
        return () => put.delete(run)
      },
      stash: (id) => ({
        get: () => kept.get(id),
        set: (value) => void kept.set(id, value),
        clear: () => void kept.delete(id),
      }),
      wrong: rules.wrong ?? (() => []),
      required: {},
      now: () => new Date('2026-11-21T12:00:00Z'),
      freshId: () => `key-${++keys}`,
    },
  }
}

function createServer() {
  let record = recordOf(0, {})
  let failure: Problem | undefined
  let refused: { pointer: string; detail: string } | undefined
  let losesAnswer = false
  let running = 0
  const requests: string[] = []
  const made = new Map<string, ActivityRecord>()
  const state = { mostAtOnce: 0 }
  async function during<T>(what: string, work: () => T): Promise<T> {
    requests.push(what)
    state.mostAtOnce = Math.max(state.mostAtOnce, ++running)
    await Promise.resolve()
    running--
    if (failure) throw failure
    const answer = work()
    if (losesAnswer) {
      losesAnswer = false
      throw new Problem({ status: 0, code: 'offline', title: '' })
    }
    return answer
  }
  return {
    requests,
    get mostAtOnce() {
      return state.mostAtOnce
    },
    get created() {
      return made.size
    },
    record: () => record,
    /** Somebody else saves. */
    put(data: ActivityData) {
      record = recordOf(record.revision + 1, data)
    },
    fail(problem: Problem | undefined) {
      failure = problem
    },
    refuse(pointer: string | undefined, detail: string) {
      refused = pointer === undefined ? undefined : { pointer, detail }
    },
    loseNextAnswer() {
      losesAnswer = true
    },
    create: (data: ActivityData, key: string) =>
      during(`create ${key}`, () => {
        if (!made.has(key)) made.set(key, (record = recordOf(1, data)))
        return made.get(key)!
      }),
    update: (_: string, revision: number, data: ActivityData) =>
      during(`update ${revision}`, () => {
        if (revision !== record.revision) throw new Problem({ status: 412, code: 'revision-conflict', title: '' })
        const wrong = refused && refused.pointer.slice(1) in data ? refused : undefined
        if (wrong) throw new Problem({ status: 422, code: 'invalid', title: '', errors: [{ ...wrong, code: 'date' }] })
        return (record = recordOf(record.revision + 1, data))
      }),
  }
}

function recordOf(revision: number, data: ActivityData): ActivityRecord {
  return {
    id: 'act_1',
    kind: 'activity',
    revision,
    state: 'draft',
    createdAt: '2026-11-21T11:00:00Z',
    createdBy: 'per_me',
    updatedAt: '2026-11-21T11:30:00Z',
    updatedBy: 'per_other',
    data,
    missing: [],
    allowed: ['edit', 'submit'],
  }
}
