import type { DynamoDBRecord } from 'aws-lambda'
import { setImmediate } from 'node:timers/promises'
import type { StreamHandler } from '../follow-up/stream-handler.ts'
import type { Report } from '../mail/mail-deps.ts'
import type { Change, ChangeFeed } from '../store/changes.ts'
import type { Store } from '../store/store.ts'

/** Mostly assets that were imported, which nobody is told of: dropping them takes a sync to disk. */
const changesAtOnce = 500
/** A change that has failed so often is put aside, as AWS puts it in a queue of its own. */
const mostTries = 6

/** Partition of changes whose follow-up work was given up. */
export const setAside = 'aside#follow-up'

export interface ChangeFollower {
  /** Handles what has changed; answers whether there may be more to do at once. */
  step(): Promise<boolean>
}

/**
 * Feeds the follow-up worker from the changes of the embedded store, as Lambda does from the table's stream: in order, what fails again
 * together with what comes after it. A change is forgotten only when it is done, so that a crash loses none.
 */
export function createChangeFollower(deps: {
  store: Store
  feed: ChangeFeed
  handler: StreamHandler
  now(): string
  newId(): string
  report: Report
}): ChangeFollower {
  const { store, feed, handler, now, newId, report } = deps
  let failing = { seq: 0, tries: 0 }

  async function giveUp({ seq, key }: Change): Promise<void> {
    const body = { at: now(), key: { ...key } }
    await store.commit([{ put: { pk: setAside, sk: `${key.pk}#${key.sk}`, body } }], newId())
    report({ what: 'changeSetAside', change: `${key.pk} ${key.sk}`, error: new Error(`failed ${mostTries} times`) })
    feed.forget(seq)
  }

  return {
    async step() {
      // Requests come first: without this, a long queue of changes would be worked off in one turn.
      await setImmediate()
      const changes = feed.changes(changesAtOnce)
      const last = changes.at(-1)
      if (!last) return false
      const { batchItemFailures } = await handler({ Records: changes.map(recordOf) })
      const failed = batchItemFailures.map(({ itemIdentifier }) => Number(itemIdentifier))
      if (failed.length === 0) return feed.forget(last.seq)
      const first = changes.find(({ seq }) => seq === Math.min(...failed)) as Change
      feed.forget(first.seq - 1)
      failing = { seq: first.seq, tries: failing.seq === first.seq ? failing.tries + 1 : 1 }
      if (failing.tries < mostTries) return false
      await giveUp(first)
      return true
    },
  }
}

/** A change as the stream would tell of it. */
function recordOf({ seq, key }: Change): DynamoDBRecord {
  const Keys = { pk: { S: key.pk }, sk: { S: key.sk } }
  return { eventName: 'INSERT', dynamodb: { Keys, SequenceNumber: String(seq) } }
}
