import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openSqsQueue } from '../../../functions/intake/sqs-queue.ts'
import { type ImportWork, QueueRefused } from '../../../functions/intake/work-queue.ts'
import { type Answer, refusal, scriptHandler } from '../../support/dynamodb-script.ts'

interface Sent {
  Entries: { Id: string; MessageBody: string; DelaySeconds?: number }[]
}

const entriesOf = (input: unknown) => (input as Sent).Entries
/** Takes all but the messages at these places of the batch. */
const taking =
  (...refused: number[]): Answer =>
  ({ input }) => {
    const [no, yes] = [
      entriesOf(input).filter((_, at) => refused.includes(at)),
      entriesOf(input).filter((_, at) => !refused.includes(at)),
    ]
    return {
      body: {
        Successful: yes.map(({ Id, MessageBody }) => ({
          Id,
          MessageId: Id,
          MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
        })),
        Failed: no.map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })),
      },
    }
  }

function openScripted(...script: Answer[]) {
  const { seen, handler } = scriptHandler(...script)
  const url = 'https://sqs.eu-north-1.amazonaws.com/000000000000/imports'
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = { region: 'eu-north-1', credentials, requestHandler: handler, maxAttempts: 1 }
  return { seen, queue: openSqsQueue({ url, client, sleep: async () => {} }) }
}

const work = (count: number): ImportWork[] =>
  Array.from({ length: count }, (_, chunk) => ({ step: 'chunk', id: 'imp_1', run: 1, chunk }))
const bodiesIn = (input: unknown) => entriesOf(input).map(({ MessageBody }) => JSON.parse(MessageBody) as unknown)

describe('work sent to SQS', () => {
  it('goes ten messages a call, with its delay', async () => {
    const { queue, seen } = openScripted(taking())
    await queue.send(work(23), 900)
    expect(seen.map(({ input }) => entriesOf(input).length)).toEqual([10, 10, 3])
    expect(seen.flatMap(({ input }) => bodiesIn(input))).toEqual(work(23))
    expect(entriesOf(seen[0]!.input)[0]!.DelaySeconds).toBe(900)
  })

  it('is sent again when a part of a batch is refused, that part alone', async () => {
    const { queue, seen } = openScripted(taking(1, 4), taking())
    await queue.send(work(5))
    expect(bodiesIn(seen[1]!.input)).toEqual([work(5)[1], work(5)[4]])
  })

  it('is said to be refused when the queue takes nothing, and when a part is refused again and again', async () => {
    await expect(openScripted(refusal('RequestThrottled')).queue.send(work(1))).rejects.toThrow(QueueRefused)
    const { queue, seen } = openScripted(taking(0))
    await expect(queue.send(work(1))).rejects.toThrow(QueueRefused)
    expect(seen).toHaveLength(5)
  })
})
