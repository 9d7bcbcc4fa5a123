import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type QueuedMessage, queueEvent } from './lambda-events.ts'
import { LambdaFault, type LambdaProcess } from './lambda-process.ts'

interface Waiting extends QueuedMessage {
  delaySeconds: number
}

/** A queue as SQS keeps one, with a dead-letter queue behind it; time does not pass by itself. */
export interface LocalQueue {
  /** The queue's address, which the SDK also sends to. */
  url: string
  /** Messages that may be handed over. */
  waiting(): { [name: string]: unknown }[]
  /** Messages sent with a delay, not yet let go. */
  delayed(): { [name: string]: unknown }[]
  /** Messages that were handed over too often. */
  dead: QueuedMessage[]
  /** Puts a message in as it is, e.g. S3's own news. */
  put(body: string | object): void
  /** Lets delayed messages go. */
  letGo(): void
  /** Lets dead messages be handed over anew, as an operator does. */
  redrive(): void
  /**
   * Hands over what waits, until nothing does or `most` messages have been, to one function or several at once. What is reported as
   * failed, and all that a function that died was given, comes back.
   */
  drain(lambdas: LambdaProcess | readonly LambdaProcess[], most?: number): Promise<number>
  /** How many handings over there have been. */
  handed: number
  /** What the queue was told: `SendMessageBatch`, ... */
  calls: string[]
  /** Refuses these next calls: as too many, or as a service that is down. */
  refuse(times: number, how?: 'busy' | 'down'): void
  close(): Promise<void>
}

export interface QueueOptions {
  receives?: number
  batch?: number
  /** A message is handed over a second time although all went well, every so many messages. */
  twiceEvery?: number
}

interface Entry {
  Id: string
  MessageBody: string
  DelaySeconds?: number
}

/** Starts a queue on a free port. */
export async function startLocalQueue({ receives = 3, batch = 1, twiceEvery }: QueueOptions = {}): Promise<LocalQueue> {
  let waiting: Waiting[] = []
  let refusals = 0
  let isDown = false
  const calls: string[] = []
  const add = (body: string, delaySeconds = 0) =>
    void waiting.push({ id: randomUUID(), body, received: 0, sentAt: Date.now(), delaySeconds })
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const action = String(request.headers['x-amz-target']).split('.')[1] ?? ''
    calls.push(action)
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body))
    if (refusals-- > 0)
      return isDown
        ? answer(503, { __type: 'com.amazonaws.sqs#ServiceUnavailable' })
        : answer(400, { __type: 'com.amazonaws.sqs#RequestThrottled', message: 'slow down' })
    const input = JSON.parse(Buffer.concat(pieces).toString() || '{}') as { Entries?: Entry[] }
    if (action !== 'SendMessageBatch') return answer(200, {})
    const entries = input.Entries ?? []
    if (entries.length > 10) return answer(400, { __type: 'com.amazonaws.sqs#TooManyEntriesInBatchRequest' })
    for (const { MessageBody, DelaySeconds } of entries) add(MessageBody, DelaySeconds)
    const Successful = entries.map(({ Id, MessageBody }) => ({
      Id,
      MessageId: randomUUID(),
      MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
    }))
    return answer(200, { Successful, Failed: [] })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bodies = (messages: readonly Waiting[]) =>
    messages.map(({ body }) => JSON.parse(body) as { [name: string]: unknown })

  function take(): Waiting[] {
    const ready = waiting.filter(({ delaySeconds }) => delaySeconds === 0).slice(0, batch)
    waiting = waiting.filter((message) => !ready.includes(message))
    return ready.map((message) => ({ ...message, received: message.received + 1 }))
  }

  async function handOver(lambda: LambdaProcess, messages: Waiting[]): Promise<void> {
    const failed = await lambda.invoke(queueEvent('imports', messages)).then(
      (answer: { batchItemFailures: { itemIdentifier: string }[] }) =>
        new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)),
      (error: unknown) => {
        if (!(error instanceof LambdaFault)) throw error
        return new Set(messages.map(({ id }) => id))
      },
    )
    for (const message of messages) {
      queue.handed += 1
      const again = twiceEvery !== undefined && message.received === 1 && queue.handed % twiceEvery === 0
      if (!failed.has(message.id) && !again) continue
      if (failed.has(message.id) && message.received >= receives) queue.dead.push(message)
      else waiting.push(message)
    }
  }

  const queue: LocalQueue = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/000000000000/imports`,
    waiting: () => bodies(waiting.filter(({ delaySeconds }) => delaySeconds === 0)),
    delayed: () => bodies(waiting.filter(({ delaySeconds }) => delaySeconds > 0)),
    dead: [],
    put: (body) => add(typeof body === 'string' ? body : JSON.stringify(body)),
    letGo: () => void (waiting = waiting.map((message) => ({ ...message, delaySeconds: 0 }))),
    redrive: () => {
      waiting.push(...queue.dead.map((message) => ({ ...message, received: 0, delaySeconds: 0 })))
      queue.dead = []
    },
    async drain(lambdas, most = Infinity) {
      let left = most
      const work = async (lambda: LambdaProcess) => {
        for (; left > 0;) {
          left -= 1
          const messages = take()
          if (messages.length === 0) return
          await handOver(lambda, messages)
        }
      }
      const before = queue.handed
      do await Promise.all([lambdas].flat().map((lambda) => work(lambda as LambdaProcess)))
      while (left > 0 && waiting.some(({ delaySeconds }) => delaySeconds === 0))
      return queue.handed - before
    },
    handed: 0,
    calls,
    refuse(times, how = 'busy') {
      refusals = times
      isDown = how === 'down'
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return queue
}
