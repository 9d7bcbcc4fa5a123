import { Agent, request } from 'node:http'

/** One answer under load. */
export interface Answered {
  status: number
  ms: number
  body: string
}

/** A connection of its own to the server, kept open; one request at a time. */
export interface Connection {
  ask(method: string, path: string, body?: object, headers?: { [name: string]: string }): Promise<Answered>
  close(): void
}

/** Opens a connection that sends these headers with every request; one that the server has closed as idle is opened again. */
export function openConnection(origin: string, own: { [name: string]: string }): Connection {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask: Connection['ask'] = (method, path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const started = performance.now()
      const text = body === undefined ? undefined : JSON.stringify(body)
      const more = text === undefined ? {} : { 'Content-Type': 'application/json', Origin: origin }
      const sent = request(
        `${origin}${path}`,
        { agent, method, headers: { ...own, ...more, ...headers } },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () => {
            const ms = performance.now() - started
            resolve({ status: response.statusCode ?? 0, ms, body: Buffer.concat(chunks).toString() })
          })
          response.on('error', reject)
        },
      )
      sent.on('error', (error: NodeJS.ErrnoException) => {
        if (sent.reusedSocket && error.code === 'ECONNRESET') ask(method, path, body, headers).then(resolve, reject)
        else reject(error)
      })
      sent.end(text)
    })
  return { ask, close: () => agent.destroy() }
}
