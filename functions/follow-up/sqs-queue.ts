import { SendMessageBatchCommand, SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs'
import type { MailQueue } from './mail-queue.ts'

const messagesAtOnce = 10
const timeouts = { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true }

/** The mail queue of Amazon SQS; a message is `{ mail: id }`. Handing over a mail twice does no harm. */
export function createSqsQueue({ url, client: settings }: { url: string; client?: SQSClientConfig }): MailQueue {
  const client = new SQSClient({ requestHandler: timeouts, ...settings })
  const sendSome = async (ids: readonly string[]) => {
    const Entries = ids.map((id, at) => ({ Id: String(at), MessageBody: JSON.stringify({ mail: id }) }))
    try {
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }))
      return Failed.map(({ Id, Code }) => ({
        id: ids[Number(Id)] as string,
        error: new Error(`the queue refused: ${Code}`),
      }))
    } catch (error) {
      return ids.map((id) => ({ id, error }))
    }
  }
  return {
    async send(ids) {
      const failed: { id: string; error: unknown }[] = []
      for (let from = 0; from < ids.length; from += messagesAtOnce)
        failed.push(...(await sendSome(ids.slice(from, from + messagesAtOnce))))
      return failed
    },
  }
}
