import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { deliver } from './deliver.ts'
import { heed, type PostEvent } from './feedback.ts'
import type { MailDeps } from './mail-deps.ts'

export type QueueHandler = (event: SQSEvent) => Promise<SQSBatchResponse>

/**
 * Handles messages of the mail queue, `{ mail: id }`, and what the post tells of its letters. A message that fails is named
 * in the answer, so that the queue hands over that one again and puts it aside when it has failed too often.
 */
export function createMailHandler(deps: () => MailDeps): QueueHandler {
  return async ({ Records }) => {
    const held = deps()
    const failed: string[] = []
    for (const { messageId, body } of Records) {
      try {
        await handle(held, read(body))
      } catch (error) {
        held.report({ what: 'mailFailed', message: messageId, error })
        failed.push(messageId)
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
  }
}

type Message = { mail: string } | { event: PostEvent }

/** Only what is certain to be neither throws. */
function read(body: string): Message {
  const message = JSON.parse(body) as { mail?: unknown; eventType?: unknown; detail?: { eventType?: unknown } } | null
  const event = message?.detail ?? message
  if (typeof event?.eventType === 'string') return { event: event as PostEvent }
  if (typeof message?.mail === 'string') return { mail: message.mail }
  throw new TypeError('neither a mail nor what became of one')
}

async function handle(deps: MailDeps, message: Message): Promise<void> {
  if ('event' in message) return heed(deps, message.event)
  await deliver(deps, message.mail)
}
