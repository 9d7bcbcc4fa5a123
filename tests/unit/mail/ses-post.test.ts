import { describe, expect, it } from 'vitest'
import { NotSent } from '../../../functions/mail/post.ts'
import { createSesPost } from '../../../functions/mail/ses-post.ts'
import { answeringHandler, type HandedAnswer, nowhere } from '../../support/answering-handler.ts'

const letter = { subject: 'Förteckna: B-2026-0001', text: 'Det finns något', link: 'https://forteckna.test/x' }

function open(answer: HandedAnswer) {
  const { seen, handler } = answeringHandler(() => answer)
  const client = { ...nowhere, requestHandler: handler }
  const post = createSesPost({ from: 'forteckna@region.example', configurationSet: 'mail', client })
  return { seen, send: () => post.send(letter, 'maja@region.example', 'm_1') }
}

const refusal = (name: string, status: number): HandedAnswer => ({
  status,
  headers: { 'x-amzn-errortype': name },
  body: { message: name },
})

describe('a letter by Amazon SES', () => {
  it('goes from the verified sender in the configuration set, with the id of the mail as a tag', async () => {
    const { seen, send } = open({ body: { MessageId: '1' } })
    await send()
    expect(seen).toHaveLength(1)
    expect(seen[0]?.path).toBe('/v2/email/outbound-emails')
    expect(seen[0]?.body).toEqual({
      FromEmailAddress: 'forteckna@region.example',
      Destination: { ToAddresses: ['maja@region.example'] },
      Content: {
        Simple: {
          Subject: { Data: letter.subject, Charset: 'UTF-8' },
          Body: { Text: { Data: letter.text, Charset: 'UTF-8' } },
          Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
        },
      },
      ConfigurationSetName: 'mail',
      EmailTags: [{ Name: 'mail', Value: 'm_1' }],
    })
  })

  it.each(['TooManyRequestsException', 'SendingPausedException', 'MessageRejected', 'AccountSuspendedException'])(
    'is certainly not sent when it is refused with %s, and not tried again here',
    async (name) => {
      const { seen, send } = open(refusal(name, 400))
      await expect(send()).rejects.toThrow(NotSent)
      expect(seen).toHaveLength(1)
    },
  )

  it('is certainly not sent when the service was never reached', async () => {
    const { send } = open(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))
    await expect(send()).rejects.toThrow(NotSent)
  })

  it.each([
    ['the service breaks', refusal('InternalServiceErrorException', 500)],
    ['the answer does not come', Object.assign(new Error('late'), { name: 'TimeoutError' })],
    ['the connection is cut', Object.assign(new Error('reset'), { code: 'ECONNRESET' })],
  ])('may have been sent when %s, and is not tried again here', async (_when, answer) => {
    const { seen, send } = open(answer)
    const error = await send().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(NotSent)
    expect(seen).toHaveLength(1)
  })
})
