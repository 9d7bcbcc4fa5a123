import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Stands before DynamoDB Local and refuses some calls as a table does that has no capacity left. */
export interface Throttling {
  endpoint: string
  /** Refuses one call of so many; none when 0. */
  every: number
  refused: number
  close(): Promise<void>
}

const refusal = JSON.stringify({
  __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
  message: 'The level of configured provisioned throughput for the table was exceeded.',
})

/** Starts on a free port; refuses nothing until `every` is set. */
export async function startThrottling(target: string): Promise<Throttling> {
  let calls = 0
  const server = createServer((incoming, outgoing) => {
    calls += 1
    if (throttling.every > 0 && calls % throttling.every === 0) {
      throttling.refused += 1
      incoming.resume()
      return outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(refusal)
    }
    const passed = ask(new URL(incoming.url ?? '/', target), { method: incoming.method, headers: incoming.headers })
    passed.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(outgoing)
    })
    passed.on('error', () => outgoing.destroy())
    return incoming.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const throttling: Throttling = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    every: 0,
    refused: 0,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return throttling
}
