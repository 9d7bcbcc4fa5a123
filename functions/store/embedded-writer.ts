import { hash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as endOfTick, setTimeout as sleep } from 'node:timers/promises'
import { isTold } from './changes.ts'
import type { Changes } from './embedded-changes.ts'
import { isBusy } from './embedded-file.ts'
import type { Rows } from './embedded-rows.ts'
import { decodeItem } from './item.ts'
import type { Action } from './limits.ts'
import { ConditionFailed, OutcomeUnknown, StoreBusy } from './store.ts'

interface Pending {
  actions: readonly Action[]
  token: string
  digest: string
  followed: boolean
  resolve(): void
  reject(error: unknown): void
}

/** Gathers the commits of one tick of the event loop, or of the time that a sync takes, into one transaction. */
export interface Writer {
  /** Resolves after the sync to disk; one that is `followed` when it can be read. */
  commit(actions: readonly Action[], token: string, followed?: boolean): Promise<void>
  /** Resolves when everything accepted before is settled. */
  drain(): Promise<void>
}

/** Others wait for the lock as long as one transaction takes. */
const commitsPerTransaction = 250
const tokenLifeMs = 10 * 60 * 1000
const sweepEveryMs = 10 * 60 * 1000
const lockRetryMs = 1

export interface WriterOptions {
  /** The time in milliseconds, for the life of tokens and of expiring items. */
  now(): number
  lockWaitMs: number
  /** Resolves when everything written until now is on the disk. */
  sync(): Promise<void>
}

/** The one writer of an open database; tells of what it writes in the same transaction. */
export function createWriter(
  database: DatabaseSync,
  rows: Rows,
  changes: Pick<Changes, 'append'>,
  { now, lockWaitMs, sync }: WriterOptions,
): Writer {
  const begin = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')
  const findToken = database.prepare('SELECT digest FROM token WHERE token = ? AND at > ?')
  const keepToken = database.prepare('INSERT OR REPLACE INTO token (token, digest, at) VALUES (?, ?, ?)')
  const dropTokens = database.prepare('DELETE FROM token WHERE at <= ?')
  const queue: Pending[] = []
  let writing: Promise<void> | undefined
  let sweptAt = 0
  let lost: { cause: unknown } | undefined

  /** One transaction after the other until nothing waits; what comes during a sync is gathered for the next. */
  async function writeAll(): Promise<void> {
    let busySince: number | undefined
    while (queue.length > 0) {
      await (busySince === undefined ? endOfTick() : sleep(lockRetryMs))
      try {
        begin.run()
        busySince = undefined
      } catch (error) {
        busySince ??= performance.now()
        if (isBusy(error) && performance.now() - busySince < lockWaitMs) continue
        busySince = undefined
        const reason = isBusy(error) ? new StoreBusy('another process holds the store', { cause: error }) : error
        for (const pending of queue.splice(0)) pending.reject(reason)
        continue
      }
      await writeBatch(queue.splice(0, commitsPerTransaction))
    }
    writing = undefined
  }

  async function writeBatch(batch: readonly Pending[]): Promise<void> {
    let outcomes: (Error | undefined)[]
    try {
      sweep()
      outcomes = batch.map(apply)
    } catch (error) {
      rollBack()
      for (const pending of batch) pending.reject(error)
      return
    }
    const settle = (followed: boolean): void =>
      batch.forEach((pending, index) => {
        if (pending.followed !== followed) return
        const failure = outcomes[index]
        if (failure) pending.reject(failure)
        else pending.resolve()
      })
    try {
      commit.run()
      settle(true)
      if (batch.some(({ followed }) => !followed)) await sync().catch(giveUp)
    } catch (error) {
      rollBack()
      for (const pending of batch) pending.reject(new OutcomeUnknown('commit failed', { cause: error }))
      return
    }
    settle(false)
  }

  /** What follows in the log is read back only as far as it is whole, so that nothing more can be promised. */
  function giveUp(cause: unknown): never {
    lost = { cause }
    throw cause
  }

  // All conditions are looked at before the first write, so a refused commit leaves nothing to undo.
  function apply({ actions, token, digest }: Pending): Error | undefined {
    const known = findToken.get(token, now() - tokenLifeMs)
    if (known) return known['digest'] === digest ? undefined : new Error(`token ${token} stands for another commit`)
    const failed = actions.findIndex((action) => !conditionHolds(rows, action))
    if (failed >= 0) {
      const current = rows.find((actions[failed] as Action).key)
      return new ConditionFailed(failed, current && decodeItem(current))
    }
    for (const action of actions) {
      if (action.type === 'put') rows.put(action.item)
      else if (action.type === 'delete') rows.delete(action.key)
      if (action.type === 'put' && isTold(action.key)) changes.append(action.key)
    }
    keepToken.run(token, digest, now())
    return undefined
  }

  function sweep(): void {
    if (now() - sweptAt < sweepEveryMs) return
    sweptAt = now()
    dropTokens.run(sweptAt - tokenLifeMs)
    rows.dropExpired(Math.floor(sweptAt / 1000))
  }

  function rollBack(): void {
    if (database.isTransaction) database.exec('ROLLBACK')
  }

  return {
    commit: (actions, token, followed = false) =>
      new Promise((resolve, reject) => {
        if (lost) throw new StoreBusy('the disk has lost what was written', lost)
        queue.push({ actions, token, digest: digestOf(actions), followed, resolve, reject })
        writing ??= writeAll()
      }),
    async drain() {
      while (writing) await writing
    },
  }
}

function conditionHolds(rows: Rows, action: Action): boolean {
  if (!action.if) return true
  const found = rows.versionOf(action.key)
  if (action.if === 'absent') return !found
  return found !== undefined && (action.if === 'exists' || found.version === action.if.version)
}

function digestOf(actions: readonly Action[]): string {
  let text = ''
  for (const action of actions) {
    const item = action.type === 'put' ? action.item : undefined
    const { pk, sk } = action.key
    const condition = action.if ? JSON.stringify(action.if) : ''
    const body = item ? textOf(item.body) : ''
    text += `${action.type} ${pk.length} ${pk}${sk.length} ${sk}${condition} ${item?.version} ${item?.expiresAt} ${body.length} ${body}`
  }
  return hash('sha256', text, 'base64')
}

/** One call of the hash costs more than the letters that binary bodies take as text. */
function textOf(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1')
}
