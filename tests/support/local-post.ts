import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A letter as SES was asked to send it. */
export interface PostedLetter {
  from: string
  to: string[]
  subject: string
  text: string
  configurationSet: string
  /** The mail's own id. */
  mail: string
}

/** What SES is to the product: the border where its requests leave the machine. */
export interface LocalPost {
  address: string
  letters: PostedLetter[]
  /** Refuses these next letters with a status: 4xx, 5xx, or 0 for a connection that is cut after the letter was taken. */
  refuse(times: number, status: number): void
  close(): Promise<void>
}

interface Asked {
  FromEmailAddress: string
  Destination: { ToAddresses: string[] }
  Content: { Simple: { Subject: { Data: string }; Body: { Text: { Data: string } } } }
  ConfigurationSetName: string
  EmailTags: { Value: string }[]
}

/** Starts it on a free port. */
export async function startLocalPost(): Promise<LocalPost> {
  const letters: PostedLetter[] = []
  let refusals = { times: 0, status: 0 }
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const isRefused = refusals.times-- > 0
    const answer = (status: number, body: object, headers: { [name: string]: string } = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    if (isRefused && refusals.status > 0) {
      const name = refusals.status < 500 ? 'TooManyRequestsException' : 'InternalServiceErrorException'
      return answer(refusals.status, { message: 'not now' }, { 'x-amzn-errortype': name })
    }
    const asked = JSON.parse(Buffer.concat(pieces).toString()) as Asked
    letters.push({
      from: asked.FromEmailAddress,
      to: asked.Destination.ToAddresses,
      subject: asked.Content.Simple.Subject.Data,
      text: asked.Content.Simple.Body.Text.Data,
      configurationSet: asked.ConfigurationSetName,
      mail: asked.EmailTags[0]?.Value ?? '',
    })
    if (isRefused) return request.socket.destroy()
    return answer(200, { MessageId: `letter-${letters.length}` })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    refuse: (times, status) => void (refusals = { times, status }),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
