import { afterAll, expect, test, vi } from 'vitest'
import { freePort } from '../../support/free-port.ts'
import { type LocalProcess, startLocal } from '../../support/local-server.ts'
import { makeTemporaryDirectory } from '../../support/temporary-directory.ts'

const rounds = Number(process.env['KILL_ROUNDS'] ?? 5)
const directory = makeTemporaryDirectory()
afterAll(() => directory.remove())

test(
  `killed ${rounds} times under load, the server loses nothing that it has acknowledged`,
  { timeout: 300_000 },
  async () => {
    const port = await freePort()
    const start = async (): Promise<LocalProcess> => {
      const server = startLocal(port, { DATA_DIR: directory.path })
      await server.ready()
      return server
    }
    let server = await start()
    const headers = { Authorization: `Bearer ${await server.token('it')}`, 'Content-Type': 'application/json' }
    const call = (path: string, init: RequestInit = {}) =>
      fetch(server.origin + path, { ...init, headers: { ...headers, ...init.headers } })
    const acknowledged = new Map<string, string>()

    for (let round = 0; round < rounds; round++) {
      let dead = false
      const write = async (writer: number): Promise<void> => {
        for (let count = 0; !dead; count++) {
          const name = `Skrivare ${round}-${writer}-${count}`
          const answer = await call('/api/equipment', { method: 'POST', body: JSON.stringify({ data: { name } }) })
          if (answer.status === 201) acknowledged.set(((await answer.json()) as { id: string }).id, name)
        }
      }
      const writers = Array.from({ length: 8 }, (_, writer) => write(writer).catch(() => undefined))
      const before = acknowledged.size
      await vi.waitUntil(() => acknowledged.size > before, { timeout: 20_000, interval: 5 })
      await new Promise((resolve) => setTimeout(resolve, 50 * round))
      server.child.kill('SIGKILL')
      await server.ended
      dead = true
      await Promise.all(writers)
      server = await start()
    }

    const found = new Map<string, string>()
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page = (await (await call(`/api/equipment?limit=200${cursor && `&cursor=${cursor}`}`)).json()) as {
        items: { id: string; number: string; data: { name: string } }[]
        next?: string
      }
      for (const { id, data } of page.items) found.set(id, data.name)
      cursor = page.next
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(rounds)
    expect([...acknowledged].filter(([id, name]) => found.get(id) !== name)).toEqual([])
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
  },
)
