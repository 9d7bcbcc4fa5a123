import type { SQSRecord } from 'aws-lambda'
import type { MailQueue } from '../follow-up/mail-queue.ts'
import type { QueueHandler } from '../mail/queue-handler.ts'

const mailsAtOnce = 10
const retryMs = 30_000
/** As the queue on AWS: after so many attempts the mail is left where it stands, until the night tells of it again. */
const mostReceives = 8

/** The mail queue of the local server: in memory, since a mail that waits also stands in the store. */
export interface MailList extends MailQueue {
  /** Hands the mails whose turn has come to the sender. */
  drain(handler: QueueHandler, nowMs: number): Promise<void>
}

/** An empty list. */
export function createMailList(): MailList {
  const waiting = new Map<string, { receives: number; fromMs: number }>()
  return {
    async send(ids) {
      for (const id of ids) if (!waiting.has(id)) waiting.set(id, { receives: 0, fromMs: 0 })
      return []
    },
    async drain(handler, nowMs) {
      const due = [...waiting].filter(([, { fromMs }]) => fromMs <= nowMs).map(([id]) => id)
      for (let from = 0; from < due.length; from += mailsAtOnce) {
        const ids = due.slice(from, from + mailsAtOnce)
        const { batchItemFailures } = await handler({ Records: ids.map(messageOf) })
        const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
        for (const id of ids) {
          const receives = (waiting.get(id)?.receives ?? 0) + 1
          if (failed.has(id) && receives < mostReceives) waiting.set(id, { receives, fromMs: nowMs + retryMs })
          else waiting.delete(id)
        }
      }
    },
  }
}

function messageOf(id: string): SQSRecord {
  return { messageId: id, body: JSON.stringify({ mail: id }) } as SQSRecord
}
