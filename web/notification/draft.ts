import type { ActivityData } from '../../functions/processing/data.ts'
import type { ActivityRecord } from '../api/activities.ts'
import { Problem, isPassing } from '../api/problem.ts'
import { merge, type OpenConflict } from './merge.ts'
import { ownData } from './own-data.ts'
import { valueAt } from './pointer.ts'
import { same } from './same.ts'
import { sendable, type RequiredInner } from './sendable.ts'
import type { Stash } from './stash.ts'

/** `saved`: all is stored. `closed`: the draft may no longer be changed by this person. */
export type SaveStatus =
  'untouched' | 'waiting' | 'saving' | 'saved' | 'offline' | 'signedOut' | 'conflict' | 'closed' | 'failed'

export interface DraftView {
  /** Absent until the draft has been created. */
  record: ActivityRecord | undefined
  data: ActivityData
  status: SaveStatus
  savedAt: Date | undefined
  conflicts: readonly OpenConflict[]
  /** What the server would not take, with its sentence, by pointer. */
  refused: ReadonlyMap<string, string>
}

export interface DraftDeps {
  create(data: ActivityData, key: string): Promise<ActivityRecord>
  update(id: string, revision: number, data: ActivityData): Promise<ActivityRecord>
  read(id: string): Promise<ActivityRecord>
  /** Runs later; gives a function that takes it back. */
  later(ms: number, run: () => void): () => void
  stash(draftId: string): Stash
  /** Pointers of values that would be refused. */
  wrong(data: ActivityData): string[]
  required: RequiredInner
  now(): Date
  freshId(): string
}

/** How a draft is opened: `saved` is what the server has, `data` may hold more that was written here. */
export interface DraftStart {
  record: ActivityRecord | undefined
  data: ActivityData
  saved: ActivityData
  /** Idempotency-Key of a creation that may already have happened. */
  key?: string
  conflicts?: readonly OpenConflict[]
}

export interface Draft {
  view(): DraftView
  subscribe(listener: () => void): () => void
  edit(data: ActivityData): void
  /** Saves what is unsaved now; resolves when nothing more can be saved. */
  flush(): Promise<void>
  resolve(field: string, choice: 'mine' | 'theirs'): void
  /** Something is written here that the server does not have. */
  hasUnsaved(): boolean
  close(): void
}

const pauseMs = 700
const retryMs = [2000, 5000, 10_000, 20_000, 30_000]

/** A notification being written: keeps what is typed, saves it one request at a time, and never loses or overwrites anything. */
export function createDraft(start: DraftStart, deps: DraftDeps): Draft {
  let view: DraftView = {
    record: start.record,
    data: start.data,
    status: start.conflicts?.length ? 'conflict' : start.record ? 'saved' : 'untouched',
    savedAt: start.record ? new Date(start.record.updatedAt) : undefined,
    conflicts: start.conflicts ?? [],
    refused: new Map(),
  }
  let saved = start.saved
  let key = start.key
  let running: Promise<void> | undefined
  let cancel = (): void => {}
  let failures = 0
  let closed = false
  const listeners = new Set<() => void>()

  function set(change: Partial<DraftView>): void {
    view = { ...view, ...change }
    for (const listener of listeners) listener()
  }

  function body(): ActivityData {
    const held = [...deps.wrong(view.data), ...view.refused.keys(), ...view.conflicts.map(({ field }) => `/${field}`)]
    return sendable(view.data, saved, held, deps.required)
  }

  function keep(): void {
    const stash = deps.stash(view.record?.id ?? 'new')
    if (same(view.data, saved)) stash.clear()
    else
      stash.set({
        revision: view.record?.revision ?? 0,
        saved,
        data: view.data,
        ...(key ? { key } : {}),
      })
  }

  function arm(ms: number): void {
    cancel()
    cancel = closed ? () => {} : deps.later(ms, () => void flush())
  }

  async function save(): Promise<void> {
    const sent = body()
    if (same(sent, saved)) {
      if (view.status !== 'untouched') set({ status: view.conflicts.length ? 'conflict' : 'saved' })
      return
    }
    set({ status: 'saving' })
    try {
      if (!view.record) key ??= deps.freshId()
      keep()
      const record = view.record
        ? await deps.update(view.record.id, view.record.revision, sent)
        : await deps.create(sent, key!)
      if (!view.record) deps.stash('new').clear()
      saved = sent
      failures = 0
      set({ record, status: view.conflicts.length ? 'conflict' : 'saved', savedAt: deps.now() })
      keep()
    } catch (error) {
      await recover(error)
    }
  }

  async function recover(error: unknown): Promise<void> {
    const problem = error instanceof Problem ? error : undefined
    if (problem?.status === 412 && view.record) return takeIn(await deps.read(view.record.id))
    if (problem?.status === 422 && problem.body.errors?.length) return refuse(problem)
    if (problem?.status === 401) return set({ status: 'signedOut' })
    if (problem && [403, 404, 409].includes(problem.status)) return set({ status: 'closed' })
    set({ status: isPassing(error) ? 'offline' : 'failed' })
    arm(retryMs[Math.min(failures++, retryMs.length - 1)]!)
  }

  function takeIn(theirs: ActivityRecord): void {
    const merged = merge(saved, view.data, ownData(theirs.data))
    saved = ownData(theirs.data)
    const conflicts = merged.conflicts.map((conflict) => ({ ...conflict, by: theirs.updatedBy, at: theirs.updatedAt }))
    const open = [
      ...view.conflicts.filter(({ field }) => !conflicts.some((conflict) => conflict.field === field)),
      ...conflicts,
    ]
    set({ record: theirs, data: merged.data, conflicts: open, status: open.length ? 'conflict' : 'waiting' })
    keep()
  }

  function refuse(problem: Problem): void {
    const refused = new Map(view.refused)
    for (const { pointer, detail } of problem.body.errors ?? []) {
      const top = pointer.split('/').slice(0, 2).join('/')
      refused.set(refused.has(pointer) ? top : pointer, detail ?? problem.message)
    }
    const grew = refused.size > view.refused.size
    set({ refused, status: grew ? 'waiting' : 'failed' })
  }

  async function flush(): Promise<void> {
    cancel()
    if (running) await running
    for (let rounds = 0; rounds < 4 && !closed && !same(body(), saved); rounds++) {
      if (!running) running = save().finally(() => (running = undefined))
      await running
      if (['offline', 'failed', 'signedOut', 'closed'].includes(view.status)) return
    }
    if (view.status === 'waiting') set({ status: 'saved' })
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edit(data) {
      const refused = new Map(
        [...view.refused].filter(([pointer]) => same(valueAt(data, pointer), valueAt(view.data, pointer))),
      )
      view = { ...view, data, refused }
      keep()
      set({
        status: ['offline', 'signedOut', 'closed'].includes(view.status)
          ? view.status
          : view.conflicts.length
            ? 'conflict'
            : 'waiting',
      })
      if (view.status !== 'signedOut' && view.status !== 'closed') arm(pauseMs)
    },
    flush,
    resolve(field, choice) {
      const conflict = view.conflicts.find((entry) => entry.field === field)
      if (!conflict) return
      const data = { ...view.data, ...(choice === 'theirs' ? { [field]: conflict.theirs } : {}) }
      set({ data, conflicts: view.conflicts.filter((entry) => entry !== conflict), status: 'waiting' })
      keep()
      arm(0)
    },
    hasUnsaved: () => !same(view.data, saved),
    close() {
      cancel()
      closed = true
      listeners.clear()
    },
  }
}
