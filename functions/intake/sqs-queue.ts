import { SendMessageBatchCommand, SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs'
import { QueueRefused, type WorkQueue } from './work-queue.ts'

const perCall = 10
const tries = 5

export interface SqsQueueOptions {
  url: string
  /** Region, credentials, `requestHandler`. */
  client?: SQSClientConfig
  sleep?(ms: number): Promise<void>
}

/** Work in a queue of Amazon SQS. What is refused of a batch is sent again by itself, with a pause that doubles. */
export function openSqsQueue({ url, client: settings, sleep = pause }: SqsQueueOptions): WorkQueue {
  const client = new SQSClient({ maxAttempts: tries, ...settings })
  return {
    async send(work, delaySeconds) {
      for (let at = 0; at < work.length; at += perCall) {
        let entries = work.slice(at, at + perCall).map((message, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(message),
          ...(delaySeconds !== undefined && { DelaySeconds: delaySeconds }),
        }))
        for (let attempt = 1; entries.length > 0; attempt++) {
          const sent = await client
            .send(new SendMessageBatchCommand({ QueueUrl: url, Entries: entries }))
            .catch((cause: unknown) => {
              throw new QueueRefused('the queue takes no messages', { cause })
            })
          const failed = new Set((sent.Failed ?? []).map(({ Id }) => Id))
          entries = entries.filter(({ Id }) => failed.has(Id))
          if (entries.length === 0) break
          if (attempt === tries) throw new QueueRefused(`the queue refused ${entries.length} messages ${tries} times`)
          await sleep(50 * 2 ** attempt * Math.random())
        }
      }
    },
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
