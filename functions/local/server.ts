import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { App } from '../http/app.ts'
import type { IdentityProvider } from '../identity/provider.ts'
import { StartFault } from './start-fault.ts'

const graceMs = 5_000

/** A server that listens. */
export interface LocalServer {
  /** Lets requests under way finish, for a while, and takes no new ones. */
  close(): Promise<void>
}

/** Listens on localhost: the identity provider's paths go to it, everything else to the app. Rejects with `StartFault` when the port is taken. */
export async function listen(port: number, app: App, identityProvider: IdentityProvider): Promise<LocalServer> {
  const toApp = getRequestListener(app.fetch)
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (identityProvider.owns(path)) identityProvider.handler(request, response)
    else void toApp(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? taken(port) : error))
    server.listen(port, 'localhost', resolve)
  })
  return { close: () => closeServer(server) }
}

function taken(port: number): StartFault {
  return new StartFault(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`)
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const force = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(force)
}
