import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { pendingMail, revisionPrefix } from '../store/changes.ts'
import { follow, isFollowed, type FollowDeps, type RecordChange } from './follow.ts'
import type { MailQueue } from './mail-queue.ts'

export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>

export interface StreamDeps extends FollowDeps {
  queue: MailQueue
}

const atOnce = 8

/**
 * Handles records of the table's stream: new revisions are followed, mails that wait are handed to the queue. Each record that
 * fails is named in the answer, and the others are done; all of it may be handled again without harm.
 */
export function createStreamHandler(deps: () => StreamDeps): StreamHandler {
  return async ({ Records }) => {
    const held = deps()
    const failed = new Set<string>()
    const fail = (record: DynamoDBRecord, error: unknown): void => {
      const { SequenceNumber } = record.dynamodb ?? {}
      held.report({ what: 'followUpFailed', change: nameOf(record), error })
      if (SequenceNumber === undefined) throw error
      failed.add(SequenceNumber)
    }
    for (let from = 0; from < Records.length; from += atOnce) {
      const some = Records.slice(from, from + atOnce)
      await Promise.all(
        some.map((record) =>
          followRecord(held, record).catch((error: unknown) => {
            fail(record, error)
          }),
        ),
      )
    }
    await queueMails(held, Records, fail)
    return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) }
  }
}

async function followRecord(deps: StreamDeps, record: DynamoDBRecord): Promise<void> {
  if (record.eventName === 'REMOVE') return
  const change = changeOf(keyOf(record))
  if (change && isFollowed(change.kind)) await follow(deps, change)
}

async function queueMails(
  { queue }: StreamDeps,
  records: readonly DynamoDBRecord[],
  fail: (record: DynamoDBRecord, error: unknown) => void,
): Promise<void> {
  const mails = records.filter(
    (record) => record.eventName !== 'REMOVE' && record.dynamodb?.Keys?.['pk']?.S === pendingMail,
  )
  if (mails.length === 0) return
  const byId = new Map(mails.map((record) => [keyOf(record).sk, record]))
  for (const { id, error } of await queue.send([...byId.keys()])) fail(byId.get(id) as DynamoDBRecord, error)
}

/** Throws `TypeError` for a record without the table's key. */
function keyOf({ dynamodb }: DynamoDBRecord): { pk: string; sk: string } {
  const [pk, sk] = [dynamodb?.Keys?.['pk']?.S, dynamodb?.Keys?.['sk']?.S]
  if (!pk || !sk) throw new TypeError('a record of the stream without a key')
  return { pk, sk }
}

/** The change that a key tells of; undefined for other items. Throws `TypeError` for a revision with an impossible number. */
function changeOf({ pk, sk }: { pk: string; sk: string }): RecordChange | undefined {
  if (!sk.startsWith(revisionPrefix)) return undefined
  const at = pk.indexOf('#')
  const revision = Number(sk.slice(revisionPrefix.length))
  if (at < 1 || !Number.isSafeInteger(revision) || revision < 1) throw new TypeError('no revision of a record')
  return { kind: pk.slice(0, at), id: pk.slice(at + 1), revision }
}

/** Keys of revisions and mails hold no content: kinds, ids and numbers. Those of other items may, and a malformed record may be any. */
function nameOf({ dynamodb }: DynamoDBRecord): string {
  const [pk, sk] = [dynamodb?.Keys?.['pk']?.S ?? '', dynamodb?.Keys?.['sk']?.S ?? '']
  const isNamed = pk === pendingMail || (/^\w+#\w+_[0-9A-Z]{26}$/.test(pk) && sk.startsWith(revisionPrefix))
  return isNamed && /^[\w#]+$/.test(sk) ? `${pk} ${sk}` : '-'
}
