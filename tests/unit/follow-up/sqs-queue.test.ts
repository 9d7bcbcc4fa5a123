import { describe, expect, it } from 'vitest'
import { createSqsQueue } from '../../../functions/follow-up/sqs-queue.ts'
import { answeringHandler, nowhere, type HandedRequest } from '../../support/answering-handler.ts'

const url = 'https://sqs.eu-north-1.amazonaws.com/1/mail'
type Entries = { Id: string; MessageBody: string }[]
const entriesOf = ({ body }: HandedRequest) => body['Entries'] as Entries

describe('the mail queue of Amazon SQS', () => {
  it('takes ten mails at a time, each as its id alone', async () => {
    const { seen, handler } = answeringHandler(() => ({ body: { Successful: [] } }))
    const queue = createSqsQueue({ url, client: { ...nowhere, md5: false, requestHandler: handler } })
    const ids = Array.from({ length: 23 }, (_, at) => `m_${at}`)
    expect(await queue.send(ids)).toEqual([])
    expect(seen.map((request) => entriesOf(request).length)).toEqual([10, 10, 3])
    expect(seen.flatMap(entriesOf).map(({ MessageBody }) => JSON.parse(MessageBody))).toEqual(
      ids.map((mail) => ({ mail })),
    )
  })

  it('names the mails that were not taken, one or all', async () => {
    const answer = (request: HandedRequest) =>
      entriesOf(request).length < 10
        ? { status: 400, headers: {}, body: { __type: 'com.amazonaws.sqs#KmsDisabled', message: 'the key is off' } }
        : { body: { Successful: [], Failed: [{ Id: '4', Code: 'InternalError', SenderFault: false }] } }
    const { handler } = answeringHandler(answer)
    const queue = createSqsQueue({ url, client: { ...nowhere, md5: false, maxAttempts: 1, requestHandler: handler } })
    const failed = await queue.send(Array.from({ length: 12 }, (_, at) => `m_${at}`))
    expect(failed.map(({ id }) => id)).toEqual(['m_4', 'm_10', 'm_11'])
    expect(failed.every(({ error }) => error instanceof Error)).toBe(true)
  })
})
